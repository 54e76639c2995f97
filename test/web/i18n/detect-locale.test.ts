import { expect } from 'chai';
import { detectLocale } from '../../../web/shared/i18n/detect-locale.ts';

describe('detectLocale', () => {
  it('keeps what was chosen', () => expect(detectLocale('zh-Hans', ['en-GB'])).to.equal('zh-Hans'));
  it('takes any kind of Chinese', () => expect(detectLocale(null, ['fr', 'zh-TW', 'en'])).to.equal('zh-Hans'));
  it('takes the first language it knows', () => expect(detectLocale(null, ['de', 'en-US', 'zh-CN'])).to.equal('en'));
  it('falls back to English', () => expect(detectLocale('fr', ['de'])).to.equal('en'));
});
