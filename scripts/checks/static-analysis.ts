// `npm run analyze`: Slither over contracts/. A finding of high impact fails unless static-analysis.json tells why it is
// harmless; a reason whose finding is gone fails too. Needs `slither`: pip install -r .ci/requirements.txt
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './tool.ts';

interface BuildInfo {
  input: { sources: Record<string, { content: string }> };
}

interface BuildOutput {
  output: Record<'sources' | 'contracts', Record<string, unknown>>;
}

interface CodeElement {
  name: string;
  type_specific_fields?: { parent?: CodeElement };
}

interface Finding {
  check: string;
  impact: 'High' | 'Medium' | 'Low' | 'Informational' | 'Optimization';
  elements: CodeElement[];
}

interface Harmless {
  check: string;
  where: string;
  reason: string;
}

const OWN_SOURCES = 'project/contracts/';
const workFolder = join(root, 'cache', 'slither');
const report = join(workFolder, 'report.json');
/** Zero is a fine first value of a local variable. */
const NOISE = ['uninitialized-local'];

process.exitCode = (await prepare()) ? await analyze() : 1;

/** Slither reads Hardhat's build output, but knows only contracts/ and node_modules/: the tests are left out. */
async function prepare(): Promise<boolean> {
  if ((await runTool('hardhat', ['build'])).code !== 0) return false;
  // A build after an edit leaves the older syntax trees of files that were not touched beside the new ones.
  if (buildInfos().some(isStale) && (await runTool('hardhat', ['build', '--force'])).code !== 0) return false;
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(join(workFolder, 'build-info'), { recursive: true });
  for (const id of buildInfos()) {
    const { output }: BuildOutput = readBuildInfo(`${id}.output`);
    for (const part of [output.sources, output.contracts]) {
      for (const source of Object.keys(part)) if (isTest(source)) delete part[source];
    }
    writeFileSync(join(workFolder, 'build-info', `${id}.json`), JSON.stringify({ ...readBuildInfo(id), output }));
  }
  return true;
}

function buildInfos(): string[] {
  return globSync('*.json', { cwd: join(root, 'artifacts', 'build-info') })
    .filter((file) => !file.endsWith('.output.json'))
    .map((file) => file.slice(0, -'.json'.length));
}

function readBuildInfo(name: string) {
  return JSON.parse(readFileSync(join(root, 'artifacts', 'build-info', `${name}.json`), 'utf8'));
}

function isStale(id: string): boolean {
  const { input }: BuildInfo = readBuildInfo(id);
  return Object.entries(input.sources).some(
    ([source, { content }]) => source.startsWith(OWN_SOURCES) && currentText(source) !== content,
  );
}

function currentText(source: string): string | undefined {
  const file = join(root, source.replace('project/', ''));
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function isTest(source: string): boolean {
  return source.startsWith('project/') && !source.startsWith(OWN_SOURCES);
}

async function analyze(): Promise<number> {
  const options = ['--ignore-compile', '--npx-disable', '--no-fail-pedantic', '--filter-paths', 'node_modules'];
  const quiet = ['--exclude', NOISE.join(), '--exclude-low', '--exclude-informational', '--exclude-optimization'];
  const folders = ['--hardhat-artifacts-directory', join('cache', 'slither'), '--json', report];
  const { code } = await runTool('slither', ['.', ...options, ...quiet, ...folders]);
  if (code !== 0) {
    console.error('Slither did not run to its end. Install it with: pip install -r .ci/requirements.txt');
    return 1;
  }
  const { success, results } = JSON.parse(readFileSync(report, 'utf8'));
  return success ? judge(results.detectors ?? []) : 1;
}

function judge(findings: Finding[]): number {
  const harmless: Harmless[] = JSON.parse(readFileSync(join(import.meta.dirname, 'static-analysis.json'), 'utf8'));
  const isHarmless = (finding: Finding) => harmless.some((entry) => isAbout(entry, finding));
  const bad = findings.filter((finding) => finding.impact === 'High' && !isHarmless(finding));
  const unused = harmless.filter((entry) => !findings.some((finding) => isAbout(entry, finding)));
  for (const { check, elements } of bad) console.error(`high impact: ${check} at ${placeOf(elements)} (see above)`);
  for (const { check, where } of unused) console.error(`static-analysis.json: no more ${check} at ${where}`);
  const known = findings.filter(isHarmless).length;
  const rest = findings.length - bad.length - known;
  console.log(`${bad.length} of high impact, ${rest} of medium impact, ${known} known to be harmless`);
  return bad.length + unused.length === 0 ? 0 : 1;
}

function isAbout({ check, where }: Harmless, finding: Finding): boolean {
  return finding.check === check && placeOf(finding.elements) === where;
}

/** `Contract.function` or `Contract.variable` */
function placeOf([element]: CodeElement[]): string {
  const names: string[] = [];
  for (let at = element; at; at = at.type_specific_fields?.parent) names.unshift(at.name);
  return names.join('.');
}
