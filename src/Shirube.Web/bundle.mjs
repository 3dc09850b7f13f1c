// Bundles Assets/ into wwwroot/dist/. Nothing is fetched when a page runs: the tokens are copied in here.
import { build } from "esbuild";

await build({
  entryPoints: ["Assets/shirube.css", "Assets/shirube.ts"],
  outdir: "wwwroot/dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome115", "edge115", "firefox115", "safari16.4"],
  legalComments: "inline",
  logLevel: "warning",
});
