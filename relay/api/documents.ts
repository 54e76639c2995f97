import { z } from 'zod';
import { bytes32 } from './scalars.ts';

// POST /documents (session): raw bytes with their content type (JSON documents, JPEG, PNG, WebP, PDF, CSV and plain text in UTF-8; at most 5 MiB,
// 200 MiB and 2,000 documents an account) → stored
export const stored = z.object({ cid: z.string(), digest: bytes32, size: z.int(), mime: z.string() });
export type StoredDocument = z.infer<typeof stored>;
// GET /documents/:cid → the bytes, immutable. The CID is a raw CIDv1/sha2-256, so every reader can check them.
// IPFS HTTP API for graph-node: POST /api/v0/version, POST /api/v0/cat?arg=cid, GET /ipfs/:cid
