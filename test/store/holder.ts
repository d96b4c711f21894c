import { DirectoryInUse, holdDirectory } from "../../src/store/directory.js";

/** Holds the directory it is given until it is killed; says `held`, or why not. */
const [directory = ""] = process.argv.slice(2);
try {
  holdDirectory(directory);
  process.stdout.write("held\n");
  setInterval(() => {}, 1_000);
} catch (error) {
  process.stdout.write(`${error instanceof DirectoryInUse ? "in use" : String(error)}\n`);
}
