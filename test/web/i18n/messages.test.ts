import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect } from 'chai';
import { root } from '../../../scripts/checks/tool.ts';
import { type Catalogue, onMessagesDefined } from '../../../web/shared/i18n/define-messages.ts';

/** Names that are the same in every language, and how each language offers the other one. */
const UNTRANSLATED = ['layout.language', 'twin.gtin', 'twin.link', 'list.gtin', 'editor.cid', 'report.formulaCap'];
const HAN = /\p{Script=Han}/u;

describe('messages of the web', () => {
  const catalogues: Catalogue[] = [];

  before(async () => {
    onMessagesDefined((catalogue) => catalogues.push(catalogue));
    for (const file of globSync('web/{app,features,shared}/**/*.ts', { cwd: root })) {
      if (readFileSync(join(root, file), 'utf8').includes('= defineMessages(')) await import(join(root, file));
    }
  });

  const all = () =>
    catalogues.flatMap((catalogue) =>
      Object.keys(catalogue.en).map((id) => ({ id, en: catalogue.en[id] ?? '', zh: catalogue['zh-Hans'][id] ?? '' })),
    );

  it('are found', () => {
    expect(all().length).to.be.greaterThan(300);
  });

  it('have the same ids in both languages', () => {
    for (const catalogue of catalogues) {
      expect(Object.keys(catalogue['zh-Hans']).sort()).to.deep.equal(Object.keys(catalogue.en).sort());
    }
  });

  it('have ids that are unique in the whole app', () => {
    const ids = all().map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).to.deep.equal([]);
  });

  it('are valid ICU messages with the same arguments in both languages', () => {
    for (const { id, en, zh } of all()) {
      expect([...argumentsOf(zh)].sort(), id).to.deep.equal([...argumentsOf(en)].sort());
    }
  });

  it('are Chinese in Chinese and not in English', () => {
    const wrong = all()
      .filter(({ id }) => !UNTRANSLATED.includes(id))
      .filter(({ en, zh }) => HAN.test(en) || (!HAN.test(zh) && /[a-z]{2}/i.test(withoutArguments(zh))));
    expect(wrong.map(({ id }) => id)).to.deep.equal([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const wrong = all().filter(({ zh }) => /\p{Script=Han}[,;:?!]/u.test(zh));
    expect(wrong.map(({ id, zh }) => `${id}: ${zh}`)).to.deep.equal([]);
  });
});

type Token = ReturnType<typeof compileMessageOrThrow>[number];

/** Names of the arguments anywhere in a message. */
function argumentsOf(message: string, found = new Set<string>()): Set<string> {
  collect(compileMessageOrThrow(message), found);
  return found;
}

function collect(tokens: readonly Token[], found: Set<string>): void {
  for (const token of tokens) {
    if (typeof token === 'string') continue;
    const [name, , choices] = token;
    if (name !== '#') found.add(name);
    if (typeof choices === 'object' && choices !== null) {
      for (const choice of Object.values(choices)) if (Array.isArray(choice)) collect(choice, found);
    }
  }
}

function withoutArguments(message: string): string {
  return message.replace(/\{[^{}]*\}/g, '').replace(/<[^>]*>/g, '');
}
