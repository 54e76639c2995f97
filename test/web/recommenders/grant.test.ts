import { expect } from 'chai';
import { campaignBytes, isCampaign } from '../../../web/features/recommenders/campaign.ts';
import { linkUrl } from '../../../web/features/recommenders/link-url.ts';
import { makeGrant } from '../../../web/features/recommenders/make-grant.ts';

describe('a referral link', () => {
  it('takes names of campaigns of at most 31 bytes', () => {
    expect(campaignBytes('中秋')).to.equal(6);
    expect(isCampaign('a'.repeat(31))).to.equal(true);
    expect(isCampaign('a'.repeat(32))).to.equal(false);
    expect(isCampaign('中'.repeat(11))).to.equal(false);
  });

  it('is granted until so many days from the chain’s time', () => {
    const nonce = `0x${'01'.repeat(32)}` as const;
    const grant = makeGrant({ recommenderId: 2, commodityId: 7, campaign: ' tea ', days: 30, now: 1_000, nonce });
    expect(grant).to.deep.equal({ recommenderId: 2, commodityId: 7, campaign: 'tea', nonce, validUntil: 2_593_000 });
  });

  it('leads to the page that records the click', () => {
    expect(linkUrl('https://shop.example', 'Ab3_x')).to.equal('https://shop.example/r/Ab3_x');
  });
});
