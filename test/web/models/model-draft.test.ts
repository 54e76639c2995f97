import { expect } from 'chai';
import { validateQualityModel } from '../../../protocol/documents/quality-model/validate-quality-model.ts';
import { rice } from '../../../scripts/seed/catalogue/models/rice.ts';
import { blankModel } from '../../../web/features/models/blank-model.ts';
import { moved, without } from '../../../web/features/models/editor/list-items.ts';
import { valueAt, withValueAt } from '../../../web/features/models/editor/pointer.ts';
import { twinPreview } from '../../../web/features/models/editor/twin-preview.ts';
import { readDraft } from '../../../web/features/models/model-draft.ts';
import { bumpMinor, fromTemplate, nextRevision } from '../../../web/features/models/start-from.ts';

const AUTHOR = `eip155:31337:0x${'1'.repeat(40)}`;
const CID = `bafkrei${'a'.repeat(52)}`;

describe('draft of a model', () => {
  it('survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify({ document: rice.document, savedAt: 5 }));
    expect(readDraft(kept)).to.deep.equal({ document: rice.document, savedAt: 5 });
  });

  it('takes a bare document, as it is downloaded from a page', () => {
    expect(readDraft(rice.document)?.document).to.deep.equal(rice.document);
  });

  it('fills in what is missing or of another type, so that the form can show it', () => {
    const document = { standards: [{}], parameters: [{ code: 7, limits: null }] };
    const draft = readDraft(document)?.document;
    expect(draft?.parameters[0]).to.deep.include({ code: '', limits: { min: '', max: '' }, decimals: 1 });
    expect(draft?.name).to.deep.equal({ 'zh-Hans': '', en: '' });
    expect(draft?.supersedes).to.equal(null);
  });

  for (const bad of [null, 5, 'text', [], {}, { document: { parameters: {} } }, { document: null }]) {
    it(`takes ${JSON.stringify(bad)} for none`, () => expect(readDraft(bad)).to.equal(null));
  }

  it('is valid as a copy and as a revision of a valid one', () => {
    const copy = { ...fromTemplate(rice.document, AUTHOR), modelId: 'rice-copy' };
    expect(validateQualityModel(copy)).to.deep.equal([]);
    const revision = nextRevision(rice.document, CID, AUTHOR);
    expect(validateQualityModel(revision)).to.deep.equal([]);
    expect(revision).to.include({ version: '1.1.0', supersedes: CID });
  });

  it('names an author once', () => {
    const once = nextRevision({ ...rice.document, authors: [AUTHOR.toUpperCase()] }, CID, AUTHOR);
    expect(once.authors).to.have.length(1);
  });

  it('bumps the minor version', () => {
    expect(bumpMinor('1.4.2')).to.equal('1.5.0');
    expect(bumpMinor('first')).to.equal('first');
  });
});

describe('editing a model by JSON pointers', () => {
  it('changes a field in a list and leaves the rest alone', () => {
    const changed = withValueAt(rice.document, '/parameters/0/limits/max', '15.0');
    expect(valueAt(changed, '/parameters/0/limits/max')).to.equal('15.0');
    expect(changed.parameters[1]).to.equal(rice.document.parameters[1]);
    expect(valueAt(rice.document, '/parameters/0/limits/max')).not.to.equal('15.0');
  });

  it('takes a field away when it is undefined', () => {
    const without20 = withValueAt(rice.document, '/parameters/0/unit/rec20', undefined);
    expect(without20.parameters[0]?.unit).to.deep.equal({ ucum: '%' });
  });

  it('finds nothing where nothing is', () =>
    expect(valueAt(rice.document, '/parameters/99/name/en')).to.equal(undefined));

  it('moves and removes items of lists', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).to.deep.equal(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).to.deep.equal(['a', 'b']);
    expect(without(['a', 'b', 'c'], 1)).to.deep.equal(['a', 'c']);
  });
});

describe('preview of a twin', () => {
  it('grades a made-up lot by the rules of the protocol', () => {
    const preview = twinPreview(rice.document);
    expect(preview?.rows).to.have.length(rice.document.parameters.length);
    expect(Number(preview?.overall)).to.be.within(7_000, 10_000);
  });

  it('shows nothing of a model with problems', () => expect(twinPreview(blankModel(AUTHOR))).to.equal(null));
});
