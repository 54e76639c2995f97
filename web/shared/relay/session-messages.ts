import { defineMessages } from '../i18n/define-messages.ts';

export const sessionMessages = defineMessages({
  en: {
    'session.signIn': 'Sign in',
    'session.help': 'One signature in your wallet. It costs nothing and sends nothing.',
  },
  'zh-Hans': {
    'session.signIn': '登录',
    'session.help': '在钱包中签名一次即可，不花钱，也不发送任何交易。',
  },
});
