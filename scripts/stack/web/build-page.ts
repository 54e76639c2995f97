// Builds the page; a process of its own, so that the rest starts meanwhile and Vite's memory is given back.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../checks/tool.ts';

const folder = join(root, 'web');

await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' });
