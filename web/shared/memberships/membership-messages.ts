import { defineMessages } from '../i18n/define-messages.ts';

/** Roles that there are memberships for. */
export const membershipMessages = defineMessages({
  en: {
    'membership.producer': 'Producer',
    'membership.expert': 'Expert',
    'membership.experiencer': 'Experiencer',
    'membership.recommender': 'Recommender',
    'membership.platform': 'Platform',
    'membership.validator': 'Validator',
  },
  'zh-Hans': {
    'membership.producer': '生产者',
    'membership.expert': '商品专家',
    'membership.experiencer': '体验者',
    'membership.recommender': '推荐者',
    'membership.platform': '平台',
    'membership.validator': '验证人',
  },
});
