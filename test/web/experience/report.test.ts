import { expect } from 'chai';
import fc from 'fast-check';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { packValues } from '../../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../../protocol/experience/report-commitment.ts';
import { rice } from '../../../scripts/seed/catalogue/models/rice.ts';
import { meanOfReadings } from '../../../web/features/experience/report/mean-of-readings.ts';
import { measureParameter } from '../../../web/features/experience/report/measure-parameter.ts';
import { type ReportSubject, writeReport } from '../../../web/features/experience/report/report-document.ts';
import { emptyDraft, type ReportDraft, withParameter } from '../../../web/features/experience/report/report-draft.ts';
import { sealReport } from '../../../web/features/experience/report/seal-report.ts';
import { packBackup, unpackBackup } from '../../../web/features/experience/vault/backup.ts';
import { fromVaultFile, toVaultFile } from '../../../web/shared/secrets/vault.ts';

const model = rice.document;
const tester = `0x${'ab'.repeat(20)}` as const;
const subject: ReportSubject = {
  chainId: 31337,
  commodityId: 3,
  gtin: '06901234567892',
  lotCode: 'L2026-1',
  modelCid: 'bafkreigh2akiscaildc',
  model,
  tester,
  known: model.parameters.map((_, i) => 10 + i),
};
const moisture = { decimals: 1, limits: { min: '5.0', max: '15.5' } };
const typed = (...readings: string[]) => ({ readings, uncertainty: '', notTestedReason: null, evidence: [] });

function filled(): ReportDraft {
  return model.parameters.reduce(
    (draft, { code, limits, method }) =>
      withParameter(draft, code, { readings: Array.from({ length: method.replicates }, () => limits.max) }),
    emptyDraft(model),
  );
}

describe('the mean of readings', () => {
  it('is rounded half to even', () => {
    const known: [string[], number][] = [
      [['13.9', '14.1'], 140],
      [['14.0', '14.1'], 140],
      [['14.1', '14.2'], 142],
      [['-14.0', '-14.1'], -140],
      [['14.04', '14.05'], 140],
      [['14.05', '14.06'], 141],
      [['0.05'], 0],
      [['0.15'], 2],
    ];
    for (const [readings, value] of known) expect(meanOfReadings(readings, 1), readings.join()).to.equal(value);
  });

  it('of equal readings is the reading, in any order between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 6 }), (scaled) => {
        const mean = meanOfReadings(scaled.map(String), 0);
        expect(mean).to.be.at.least(Math.min(...scaled));
        expect(mean).to.be.at.most(Math.max(...scaled));
        expect(meanOfReadings(scaled.toReversed().map(String), 0)).to.equal(mean);
      }),
    );
  });
});

describe('the measurement of a parameter', () => {
  it('reads what people type', () => {
    const { value, readings, isOutsideLimits } = measureParameter(moisture, typed('13,92', ' 14.1 '), 0);
    expect({ value, readings, isOutsideLimits }).to.deep.equal({
      value: 140,
      readings: ['13.92', '14.1'],
      isOutsideLimits: false,
    });
  });

  it('takes blanks for readings that were not made, and nothing for a value', () => {
    expect(measureParameter(moisture, typed('14.0', ''), 0).value).to.equal(140);
    expect(measureParameter(moisture, typed('', ''), 0).value).to.equal(null);
    expect(measureParameter(moisture, typed('14.0', 'abc'), 0).value).to.equal(null);
    expect(measureParameter(moisture, typed('14.0001'), 0).inputs[0]).to.include({ reason: 'ui.tooManyDecimals' });
  });

  it('says when a value breaks the standard, and takes it all the same', () => {
    expect(measureParameter(moisture, typed('15.6'), 0)).to.include({ value: 156, isOutsideLimits: true });
    expect(measureParameter(moisture, typed('15.5'), 0)).to.include({ value: 155, isOutsideLimits: false });
  });

  it('reports what is known where nothing was measured', () => {
    const skipped = { ...typed('14.0'), notTestedReason: 'no oven' };
    expect(measureParameter(moisture, skipped, 99)).to.deep.include({ value: 99, readings: [] });
  });
});

describe('a report', () => {
  it('names the parameters that lack a value', () => {
    const codes = model.parameters.map(({ code }) => code);
    expect(writeReport(subject, emptyDraft(model))).to.deep.equal({ missing: codes });
    const [first = ''] = codes;
    const one = withParameter(filled(), first, { readings: ['x'] });
    expect(writeReport(subject, one)).to.deep.equal({ missing: [first] });
  });

  it('is the same document whoever writes it again', () => {
    const [a, b] = [writeReport(subject, filled()), writeReport(subject, structuredClone(filled()))];
    if ('missing' in a || 'missing' in b) throw new Error('incomplete');
    expect(documentDigest(a.document)).to.equal(documentDigest(b.document));
    expect(a.document.tester).to.equal(`eip155:31337:${tester}`);
    expect(a.document.commodity.digitalLink).to.equal('https://id.gs1.org/01/06901234567892/10/L2026-1');
  });

  it('is committed to as the protocol hashes it', () => {
    const written = writeReport(subject, filled());
    if ('missing' in written) throw new Error('incomplete');
    const seal = {
      chainId: 31337,
      evaluations: `0x${'ee'.repeat(20)}`,
      lotId: 5,
      experiencerId: 9,
      salt: `0x${'77'.repeat(32)}`,
    } as const;
    const sealed = sealReport(written, seal);
    expect(sealed.commitment).to.equal(
      reportCommitment({
        ...seal,
        values: packValues(written.values),
        evidenceDigest: documentDigest(written.document),
      }),
    );
  });
});

describe('a backup of the vault', () => {
  const exported = JSON.stringify(toVaultFile('31337.abc.1', tester, { 'report:5': { lotId: 5 } }));
  const bytes = new TextEncoder().encode('a photograph') as Uint8Array<ArrayBuffer>;
  const file = { cid: cidFromDigest(blockDigest(bytes)), mime: 'image/jpeg', bytes };

  it('carries the evidence and gives back both', () => {
    const { vault, files } = unpackBackup(packBackup(exported, [file]));
    expect(files).to.deep.equal([file]);
    expect(fromVaultFile(vault, '31337.abc.1', tester)).to.deep.equal({ entries: { 'report:5': { lotId: 5 } } });
  });

  it('leaves out a file that is not what its name says', () => {
    const other = { ...file, bytes: new TextEncoder().encode('another') as Uint8Array<ArrayBuffer> };
    expect(unpackBackup(packBackup(exported, [other])).files).to.deep.equal([]);
  });

  it('that is no backup stays for the vault to refuse', () => {
    expect(unpackBackup('{')).to.deep.equal({ vault: '{', files: [] });
  });
});
