import { focusErrors } from "./errors";
import { defineSignIn } from "./passkeys";
import { watchReview } from "./review";
import { watchScrollHints } from "./scroll-hints";
import { watchUploads } from "./upload";

document.documentElement.classList.remove("no-script");
focusErrors();
watchUploads();
watchReview();
watchScrollHints();
defineSignIn();
