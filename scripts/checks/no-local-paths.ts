// Checks that no tracked file carries what belongs to one machine or one person: paths, package registries, secrets.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { english } from 'viem/accounts';
import { root } from './tool.ts';

interface Rule {
  what: string;
  pattern: RegExp;
}

/** The development mnemonic that every tool knows; Hardhat's node unlocks its accounts. */
const TEST_MNEMONIC = `${'test '.repeat(11)}junk`;
const WORDS = new Set(english);

const project = resolve(root);
const around = dirname(project);
const workplace = [parse(around).root, tmpdir()].includes(around) ? project : around;
const registries = ['npm_config_registry', 'PIP_INDEX_URL']
  .map((name) => process.env[name])
  .filter((url) => url !== undefined && URL.canParse(url))
  .map((url) => new URL(url as string).host);

const RULES: Rule[] = [
  { what: 'a path of this machine', pattern: pathsIn([workplace, homedir()].map(escapeForPattern)) },
  { what: "a path of someone's machine", pattern: pathsIn(['/home', '/Users', '/root', String.raw`[A-Z]:\\+Users`]) },
  { what: 'the host of a package registry', pattern: registryHosts() },
  { what: 'a private key in PEM', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a private key', pattern: /(private|secret)_?key\w*\W{1,40}(0x)?[0-9a-f]{64}(?![0-9a-f])/i },
  {
    what: 'an access token',
    pattern: /\b(gh[pousr]_\w{36}|npm_\w{36}|AKIA[0-9A-Z]{16}|[srw]k_live_\w{20}|xox[abp]-\w{10})/,
  },
];

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
const problems = files.flatMap((file) => problemsIn(file));
for (const problem of problems) console.error(problem);
console.log(`${files.length} tracked files, ${problems.length} problems`);
process.exitCode = files.length > 0 && problems.length === 0 ? 0 : 1;

/** Not the end of an address or of a path inside the project. */
function pathsIn(folders: string[]): RegExp {
  return new RegExp(String.raw`(?<![\w.@~/-])(${folders.join('|')})[\\/]+\w`);
}

function registryHosts(): RegExp {
  const known = String.raw`registry\.(npmjs|yarnpkg|npmmirror)\.\w+|(test\.)?pypi\.org|files\.pythonhosted\.org`;
  return new RegExp([known, ...registries.map(escapeForPattern)].join('|'));
}

function escapeForPattern(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function problemsIn(file: string): string[] {
  const text = readTracked(file);
  if (text === undefined || text.includes('\0')) return [];
  return text.split('\n').flatMap((line, i) => {
    const found = RULES.filter(({ pattern }) => pattern.test(line)).map(({ what }) => what);
    if (hasForeignMnemonic(line, file)) found.push('a mnemonic');
    return found.map((what) => `${file}:${i + 1}: ${what}`);
  });
}

function readTracked(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined; // deleted but not committed yet, or a link to a folder
  }
}

/** Twelve words of the BIP-39 list in a row; prose never has that many without an article or a pronoun. */
function hasForeignMnemonic(line: string, file: string): boolean {
  const isTestFile = /^(scripts|test)\//.test(file);
  const rest = isTestFile ? line.replaceAll(TEST_MNEMONIC, '') : line;
  let run = 0;
  return rest.split(/[\s'"`,]+/).some((word) => {
    run = WORDS.has(word) ? run + 1 : 0;
    return run === 12;
  });
}
