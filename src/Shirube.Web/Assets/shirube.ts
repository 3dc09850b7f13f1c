import { focusErrors } from "./errors";
import { watchReview } from "./review";
import { watchScrollHints } from "./scroll-hints";
import { watchUploads } from "./upload";

document.documentElement.classList.remove("no-script");
focusErrors();
watchUploads();
watchReview();
watchScrollHints();
