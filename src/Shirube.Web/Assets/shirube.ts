import { focusErrors } from "./errors";
import { watchGrids } from "./grid";
import { watchPassages } from "./passages";
import { defineSignIn } from "./passkeys";
import { watchReview } from "./review";
import { watchScrollHints } from "./scroll-hints";
import { walkTrees } from "./tree";
import { watchUploads } from "./upload";

document.documentElement.classList.remove("no-script");
focusErrors();
watchUploads();
watchReview();
watchPassages();
watchGrids();
watchScrollHints();
walkTrees();
defineSignIn();
