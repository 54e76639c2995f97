// Builds the page; a process of its own, so that the rest starts meanwhile and Vite's memory is given back.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../checks/tool.ts';

const folder = join(root, 'web');

try {
  await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'error' });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
