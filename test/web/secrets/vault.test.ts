import { expect } from 'chai';
import { fromVaultFile, toVaultFile } from '../../../web/shared/secrets/vault.ts';

describe('vault file', () => {
  const account = `0x${'aB'.repeat(20)}`;
  const file = JSON.stringify(toVaultFile('31337.x.1', account, { 'report:7': { values: [1, 2] } }));

  it('gives back what was put in, whatever the case of the address', () => {
    expect(fromVaultFile(file, '31337.x.1', account.toLowerCase())).to.deep.equal({
      entries: { 'report:7': { values: [1, 2] } },
    });
  });
  it('is refused elsewhere', () => {
    expect(fromVaultFile(file, '1.x.1', account)).to.deep.equal({ problem: 'otherCommune' });
    expect(fromVaultFile(file, '31337.x.1', `0x${'11'.repeat(20)}`)).to.deep.equal({ problem: 'otherAccount' });
    expect(fromVaultFile('no json', '31337.x.1', account)).to.deep.equal({ problem: 'notAVault' });
    expect(fromVaultFile('null', '31337.x.1', account)).to.deep.equal({ problem: 'notAVault' });
  });
});
