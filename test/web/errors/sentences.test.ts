import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect } from 'chai';
import { type Abi, type AbiParameter, encodeErrorResult, getAbiItem } from 'viem';
import { readArtifacts } from '../../../scripts/checks/artifacts.ts';
import { accessAbi } from '../../../web/generated/abis.ts';
import { argumentName, errorValues } from '../../../web/shared/errors/error-values.ts';
import { SENTENCES } from '../../../web/shared/errors/sentences.ts';

/** Contracts that the web talks to. */
const TALKED_TO = [
  'FaucetToken',
  'QualityModels',
  'Commodities',
  'Platforms',
  'Demands',
  'Recommenders',
  'Settlement',
  'ExperiencePower',
  'Evaluations',
  'CommuneToken',
  'Validators',
  'Elections',
  'ValidatorRewards',
  'Court',
  'Disputes',
  'Emission',
  'FounderVesting',
  'Memberships',
  'CommuneGovernor',
  'CommuneTimelock',
  'GenesisGuardian',
];

interface ErrorItem {
  readonly type: 'error';
  readonly name: string;
  readonly inputs: readonly AbiParameter[];
}

const format = {
  amount: (value: bigint) => `amount ${value}`,
  token: (value: bigint) => `token ${value}`,
  power: (value: bigint) => `power ${value}`,
  coin: (value: bigint) => `coin ${value}`,
  bps: (value: number) => `bps ${value}`,
  number: (value: bigint) => `number ${value}`,
  dateTime: (value: bigint) => `time ${value}`,
  account: () => 'account',
  reportState: (state: string) => state,
  caseState: (state: string) => state,
  courtPhase: (phase: string) => phase,
  proposalState: (state: string) => state,
};

describe('sentences of custom errors', () => {
  const errors = [...readArtifacts().filter(({ contractName }) => TALKED_TO.includes(contractName)), { abi: accessAbi }]
    .flatMap(({ abi }) => (abi as readonly { type: string }[]).filter(({ type }) => type === 'error'))
    .map((error) => error as unknown as ErrorItem);
  const sentences: Readonly<Record<string, { readonly en: string; readonly 'zh-Hans': string }>> = SENTENCES;

  it('exist for every error of every contract, in both languages', () => {
    expect(errors.length).to.be.greaterThan(100);
    for (const { name } of errors) {
      expect(sentences[name], name).to.be.an('object');
      expect(sentences[name]?.en, name).to.match(/^[A-Z{].*[.}]$|: \{str\}$/s);
      expect(sentences[name]?.['zh-Hans'], name).to.match(/\p{Script=Han}/u);
    }
  });

  it('exist for no error that there is not', () => {
    const names = new Set(errors.map(({ name }) => name));
    expect(Object.keys(sentences).filter((name) => !names.has(name))).to.deep.equal([]);
  });

  it('use only arguments that every error of the name has', () => {
    for (const { name, inputs } of errors) {
      const given = inputs.map((input) => argumentName(name, input.name));
      for (const text of Object.values(sentences[name] ?? {})) {
        for (const token of compileMessageOrThrow(text)) {
          if (typeof token !== 'string') expect(given, `${name}: ${text}`).to.include(token[0]);
        }
      }
    }
  });

  it('get times, amounts and accounts in a readable form', () => {
    const values = (name: string, args: unknown[]) => {
      const item = errors.find((error) => error.name === name && error.inputs.length === args.length);
      // Encoding checks that the arguments fit.
      encodeErrorResult({ abi: [item] as unknown as Abi, errorName: name, args });
      expect(getAbiItem({ abi: [item] as unknown as Abi, name })).to.be.an('object');
      return errorValues(name, item?.inputs ?? [], args, format);
    };
    expect(values('OutsideWindow', [7, 1_000, 2_000])).to.deep.equal({
      lotId: '7',
      from: 'time 1000',
      until: 'time 2000',
    });
    expect(values('BondTooLow', [7, 5n, 9n])).to.include({ bond: 'amount 5', required: 'amount 9' });
    expect(values('BondTooLow', [5n, 9n])).to.deep.equal({ bond: 'amount 5', required: 'amount 9' });
    expect(values('StakeTooSmall', [7, 5n, 9n])).to.include({ voterId: '7', stake: 'token 5', smallest: 'token 9' });
    expect(values('PowerTooLow', [7, 5n, 9n])).to.include({ power: 'power 5', required: 'power 9' });
    expect(values('FeeTooLow', [5n, 9n])).to.deep.equal({ given: 'coin 5', needed: 'coin 9' });
    expect(values('WrongPhase', [3, 5])).to.deep.equal({ expected: 'commit', actual: 'appeal' });
    expect(values('WrongCaseState', [4n, 2, 3])).to.include({ given: 'pending', needed: 'ruled' });
    expect(values('GovernorUnexpectedProposalState', [7n, 3, `0x${'00'.repeat(32)}`]).current).to.equal('defeated');
    expect(values('GovernorInsufficientProposerVotes', [`0x${'11'.repeat(20)}`, 5n, 9n])).to.include({
      votes: 'power 5',
      threshold: 'power 9',
    });
    expect(values('NotJuror', [0n, `0x${'11'.repeat(20)}`, `0x${'22'.repeat(20)}`]).seat).to.equal('1');
    expect(values('PledgeTooLow', [5n, 9n])).to.deep.equal({ given: 'coin 5', required: 'coin 9' });
    expect(values('CasesOpen', [7, 3]).cases).to.equal(3);
    expect(values('RateOutOfBounds', [5n, 100n, 3000n]).min).to.equal('bps 100');
    expect(values('ClaimOutOfLegalRange', [0n, 1, 2, 3]).parameter).to.equal('1');
    expect(values('NotEnoughReports', [1, 3, 5n]).reports).to.equal(3);
    expect(values('WrongReportState', [1, 2, 1, 2])).to.include({ given: 'committed', needed: 'revealed' });
    expect(values('LotCodeTaken', [1, '0x424c2d3031000000000000000000000000000000']).lotCode).to.equal('BL-01');
    expect(values('NotRegistered', [`0x${'11'.repeat(20)}`]).account).to.equal('account');
  });
});
