import { defineMessages } from '../i18n/define-messages.ts';

export const localMessages = defineMessages({
  en: {
    'local.title': 'Clock of the local chain',
    'local.epoch': 'Epoch {epoch}',
    'local.first': 'first half: reveal and unseal',
    'local.second': 'second half: tally',
    'local.nextStep': 'Next deadline',
    'local.nextPhase': 'Next phase',
    'local.nextEpoch': 'Next epoch',
    'local.busy': 'Time is moving…',
    'local.behind': 'index {count, plural, one {# block} other {# blocks}} behind',
    'local.down': 'The clock control does not answer.',
    'local.failed': 'Moving time failed: {message}',
    'local.faucet': 'Get play money',
    'local.faucetDone': '10,000 USD, CTT and gas money arrived',
  },
  'zh-Hans': {
    'local.title': '本地链的时钟',
    'local.epoch': '第 {epoch} 周期',
    'local.first': '前半期：揭示与解封',
    'local.second': '后半期：计票',
    'local.nextStep': '下一期限',
    'local.nextPhase': '下一阶段',
    'local.nextEpoch': '下一周期',
    'local.busy': '时间正在推进…',
    'local.behind': '索引落后 {count, plural, other {# 个区块}}',
    'local.down': '时钟控制没有响应。',
    'local.failed': '推进时间失败：{message}',
    'local.faucet': '领取测试币',
    'local.faucetDone': '10,000 USD、CTT 与手续费已到账',
  },
});
