import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Hex } from 'viem';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../../protocol/documents/canonical-json.ts';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { digestFromCid } from '../../../protocol/documents/digest-from-cid.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { bytes32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const text = (document: unknown): string => new TextDecoder().decode(canonicalJson(document));

describe('canonical JSON', () => {
  it('is RFC 8785’s own example', () => {
    const document = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(text(document)).to.equal(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units and writes UTF-8', () => {
    expect(text({ '€': 1, '\r': 2, '1': 3, '😀': 4, ö: 5, '\ufb33': 6 })).to.equal(
      '{"\\r":2,"1":3,"ö":5,"€":1,"😀":4,"\ufb33":6}',
    );
    expect([...canonicalJson('茶')]).to.deep.equal([0x22, 0xe8, 0x8c, 0xb6, 0x22]);
  });

  it('does not depend on the order of keys, and says the same as JSON', () => {
    const document = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), document), (dictionary) => {
        const reversed = Object.fromEntries(Object.entries(dictionary).toReversed());
        expect(text(reversed)).to.equal(text(dictionary));
        expect(JSON.parse(text(dictionary))).to.deep.equal(JSON.parse(JSON.stringify(dictionary)));
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const document of [Number.NaN, [Number.POSITIVE_INFINITY], undefined, () => 1, '\ud800', { a: 1n }, cycle]) {
      expectError('NotCanonicalisable', () => canonicalJson(document));
    }
  });
});

describe('digests and CIDs', () => {
  it('are SHA-256 of the block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (block) => {
        expect(blockDigest(block)).to.equal(`0x${createHash('sha256').update(block).digest('hex')}`);
      }),
    );
    expect(documentDigest({ b: 1, a: 2 })).to.equal(`0x${createHash('sha256').update('{"a":2,"b":1}').digest('hex')}`);
  });

  it('name a block as IPFS does', () => {
    // `ipfs add --raw-leaves --cid-version 1` of an empty file and of "hello world".
    expect(cidFromDigest(blockDigest(new Uint8Array()))).to.equal(
      'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
    );
    expect(cidFromDigest(blockDigest(new TextEncoder().encode('hello world')))).to.equal(
      'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
    );
  });

  it('lead both ways', () => {
    fc.assert(
      fc.property(bytes32, (digest) => {
        expect(cidFromDigest(digest)).to.match(/^bafkrei[a-z2-7]{52}$/);
        expect(digestFromCid(cidFromDigest(digest))).to.equal(digest);
      }),
    );
  });

  it('are refused when they are of another kind', () => {
    const dagPb = 'bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi';
    for (const cid of ['', 'bafkrei', 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG', dagPb]) {
      expectError('BadCid', () => digestFromCid(cid));
    }
    for (const digest of ['0x', '0x12', `0x${'0g'.repeat(32)}`] as Hex[]) {
      expectError('BadBytes', () => cidFromDigest(digest));
    }
  });
});
