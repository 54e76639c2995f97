import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { generateAbis } from './scripts/generate-abis.ts';
import { generateQueries } from './scripts/generate-queries.ts';

/** The stack that the development server hands its requests on to; see docs/architecture.md. */
const STACK = process.env.COMMUNE_ORIGIN ?? 'http://127.0.0.1:3000';
const HANDED_ON = ['/config.json', '/rpc', '/relay', '/subgraph', '/local'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    { name: 'abis', buildStart: generateAbis },
    { name: 'queries', buildStart: generateQueries },
    react(),
    tailwindcss(),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(HANDED_ON.map((path) => [path, { target: STACK, changeOrigin: true }])),
  },
});
