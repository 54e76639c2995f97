import { expect } from 'chai';
import fc from 'fast-check';
import {
  concat,
  encodeAbiParameters,
  getAddress,
  type Hex,
  keccak256,
  recoverTypedDataAddress,
  stringToHex,
  toHex,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { lotCodeToBytes20 } from '../../../protocol/identity/lot-code.ts';
import { buyerSalt, reportSalt, sealSalt, voteSalt } from '../../../protocol/secrets/derive-salt.ts';
import { rootSecret } from '../../../protocol/secrets/root-secret.ts';
import { secretRequest } from '../../../protocol/secrets/secret-request.ts';

const EVALUATIONS = getAddress(`0x${'ea'.repeat(20)}`);
const NO_NONCE: Hex = `0x${'00'.repeat(32)}`;

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes));

/** The formula of docs/encoding.md, written once more. */
function byHand(purpose: string, root: Hex, number: number, nonce: Hex): Hex {
  const types = [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'uint256' }, { type: 'bytes32' }] as const;
  const tag = keccak256(stringToHex(`TrustedCommerceCommune.${purpose}`));
  return keccak256(encodeAbiParameters(types, [tag, root, BigInt(number), nonce]));
}

describe('secrets', () => {
  it('follow the formula', () => {
    fc.assert(
      fc.property(bytes32, uint32, bytes32, (root, number, nonce) => {
        expect(buyerSalt(root, number, nonce)).to.equal(byHand('BuyerSalt', root, number, nonce));
        expect(reportSalt(root, number)).to.equal(byHand('ReportSalt', root, number, NO_NONCE));
        const code = lotCodeToBytes20('LOT-1');
        expect(sealSalt(root, number, code)).to.equal(byHand('SealSalt', root, number, `${code}${'00'.repeat(12)}`));
        const key = { chainId: 31337, court: EVALUATIONS, disputeId: BigInt(number), round: 2 };
        const where = [{ type: 'uint256' }, { type: 'address' }, { type: 'uint256' }] as const;
        const round = keccak256(encodeAbiParameters(where, [31337n, EVALUATIONS, 2n]));
        expect(voteSalt(root, key)).to.equal(byHand('VoteSalt', root, number, round));
      }),
    );
  });

  it('of different purposes, lots, nonces and roots are different', () => {
    fc.assert(
      fc.property(bytes32, bytes32, uint32, uint32, (root, otherRoot, number, otherNumber) => {
        fc.pre(root !== otherRoot && number !== otherNumber);
        const code = lotCodeToBytes20('A');
        const salts = [
          buyerSalt(root, number, NO_NONCE),
          buyerSalt(root, number, root),
          buyerSalt(root, otherNumber, NO_NONCE),
          buyerSalt(otherRoot, number, NO_NONCE),
          reportSalt(root, number),
          reportSalt(root, otherNumber),
          sealSalt(root, number, code),
          sealSalt(root, number, lotCodeToBytes20('B')),
          sealSalt(root, otherNumber, code),
        ];
        expect(new Set(salts).size).to.equal(salts.length);
      }),
    );
  });

  it('come from a signature that every browser with the wallet can make again', async () => {
    const account = privateKeyToAccount(toHex(7, { size: 32 }));
    const request = secretRequest(31_337, EVALUATIONS, account.address);
    const [first, again] = await Promise.all([account.signTypedData(request), account.signTypedData(request)]);
    expect(first).to.equal(again);
    expect(await recoverTypedDataAddress({ ...request, signature: first })).to.equal(account.address);
    const tag = keccak256(stringToHex('TrustedCommerceCommune.RootSecret'));
    expect(rootSecret(first)).to.equal(keccak256(concat([tag, first])));
  });

  it('are bound to chain, deployment and account', async () => {
    const account = privateKeyToAccount(toHex(7, { size: 32 }));
    const other = getAddress(`0x${'eb'.repeat(20)}`);
    const requests = [
      secretRequest(31_337, EVALUATIONS, account.address),
      secretRequest(1, EVALUATIONS, account.address),
      secretRequest(31_337, other, account.address),
      secretRequest(31_337, EVALUATIONS, other),
    ];
    const roots = await Promise.all(requests.map(async (request) => rootSecret(await account.signTypedData(request))));
    expect(new Set(roots).size).to.equal(requests.length);
  });
});
