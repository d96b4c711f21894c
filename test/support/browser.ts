import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import manifest from "../../package.json" with { type: "json" };

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else, on Linux x64, the one inside the packages.
 * The caller closes it.
 *
 * @throws where there is neither, naming `CHROMIUM_PATH`
 */
export async function openBrowser(): Promise<Browser> {
  const { program, environment } = await findChromium();
  return chromium.launch({ executablePath: program, args: FLAGS, env: { ...process.env, ...environment } });
}

interface Chromium {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function findChromium(): Promise<Chromium> {
  const installed = process.env.CHROMIUM_PATH;
  if (installed) return { program: installed, environment: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `The packages hold a Chromium for linux-x64 only, and this is ${process.platform}-${process.arch}: ` +
        "set CHROMIUM_PATH to the program file of an installed Chrome or Chromium",
    );
  }
  const folder = await inflatedPackage();
  return {
    program: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** The folder with the inflated package, made once per machine, user and version. */
async function inflatedPackage(): Promise<string> {
  const version = manifest.devDependencies["@sparticuz/chromium"];
  const { uid } = userInfo();
  const folder = join(tmpdir(), `carrier-graph-chromium-${version}-${uid}`);
  if (!existsSync(folder)) await inflateInto(folder);
  // The name is known to everybody on the machine: never run what somebody else put there.
  if (statSync(folder).uid !== uid) throw new Error(`${folder} belongs to another user: remove it or set TMPDIR`);
  return folder;
}

/** Inflates beside `folder` and renames at the end, so that parallel runs see all of it or nothing. */
async function inflateInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    await inflate(staging);
    await writeFile(join(staging, "fonts.conf"), fontsConfiguration(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(join(folder, "chromium"))) throw error;
  }
}

/** The package inflates to the temporary folder only, and its libraries only on Lambda: a process where both hold. */
async function inflate(target: string): Promise<void> {
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: REPOSITORY,
    env: { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
  });
}

/** The package's own file names /tmp/fonts; a machine without system fonts needs those of the package. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
