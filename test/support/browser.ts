import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { root } from '../../scripts/checks/tool.ts';

/** A Chromium that tests can drive. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
  /** Where it was found. */
  readonly from: 'CHROME_PATH' | 'Playwright' | 'system' | '@sparticuz/chromium';
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const ON_MACS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Finds a Chromium: `CHROME_PATH`, Playwright's own download, an installed one, or the one in an npm package (Linux on x64).
 * @throws Error with how to get one.
 */
export function findBrowser(): FoundBrowser {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (!isRunnable(asked)) throw new Error(`CHROME_PATH is ${asked}, which is no program`);
    return { executablePath: asked, from: 'CHROME_PATH' };
  }
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return { executablePath: downloaded, from: 'Playwright' };
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ON_MACS].find(isRunnable);
  if (installed) return { executablePath: installed, from: 'system' };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser();
  throw new Error('There is no Chromium. Set CHROME_PATH, or install one: `npx playwright install chromium`.');
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the package's Chromium once, with fonts of its own beside those of the system: without any, text has no width. */
function unpackedBrowser(): FoundBrowser {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = join(root, 'node_modules', '.cache', 'chromium');
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) unpack(packed, folder);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const env = { ...definedEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { executablePath, env, from: '@sparticuz/chromium' };
}

function unpack(packed: string, folder: string): void {
  // Elsewhere first, so that a run beside this one never sees half of it.
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  for (const part of ['al2023', 'fonts', 'swiftshader']) {
    const input = brotliDecompressSync(readFileSync(join(packed, `${part}.tar.br`)));
    const { status, stderr } = spawnSync('tar', ['-x', '-C', temporary], { input });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
  }
  const fonts = `<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
  writeFileSync(join(temporary, 'fonts.conf'), fonts);
  writeFileSync(join(temporary, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))), {
    mode: 0o755,
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
