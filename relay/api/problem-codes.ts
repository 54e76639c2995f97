// Imported by the browser, too: nothing but data here.

export type Locale = 'zh-Hans' | 'en';

interface ProblemText {
  readonly status: number;
  /** Sentences with {names} of the problem's values. */
  readonly 'zh-Hans': string;
  readonly en: string;
}

/** Every code that the relay answers with. Codes are stable; sentences may be improved. */
export const PROBLEMS = {
  /* ANY REQUEST */
  'validation-failed': {
    status: 400,
    'zh-Hans': '请求内容不符合要求。',
    en: 'The request does not have the expected form.',
  },
  'body-unreadable': { status: 400, 'zh-Hans': '无法读取请求内容。', en: 'The body of the request cannot be read.' },
  'body-too-large': { status: 413, 'zh-Hans': '请求内容太大。', en: 'The body of the request is too large.' },
  'media-type': { status: 415, 'zh-Hans': '不支持这种内容类型。', en: 'This content type is not supported here.' },
  'route-unknown': { status: 404, 'zh-Hans': '没有这个地址。', en: 'There is nothing at this address.' },
  'rate-limited': {
    status: 429,
    'zh-Hans': '请求过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  unavailable: {
    status: 503,
    'zh-Hans': '服务暂时不可用，请稍后再试。',
    en: 'The service is not available at the moment; try again soon.',
  },
  'chain-not-synced': {
    status: 503,
    'zh-Hans': '中继还没有读完链上数据，请稍后再试。',
    en: 'The relay has not read the chain yet; try again soon.',
  },
  internal: {
    status: 500,
    'zh-Hans': '服务出错了。请附上请求编号告诉我们。',
    en: 'Something went wrong here. Tell us the request id.',
  },

  /* SESSIONS */
  'session-required': { status: 401, 'zh-Hans': '请先用钱包登录。', en: 'Sign in with your wallet first.' },
  'nonce-unknown': {
    status: 401,
    'zh-Hans': '登录随机数已失效或已用过，请重新登录。',
    en: 'The sign-in nonce is used or too old; sign in again.',
  },
  'sign-in-refused': {
    status: 401,
    'zh-Hans': '登录签名无效：{reason}。',
    en: 'The sign-in message is not accepted: {reason}.',
  },
  'operator-only': {
    status: 403,
    'zh-Hans': '只有平台运营方可以这样做。',
    en: 'Only the operator of the platform may do this.',
  },

  /* CATALOGUE */
  'lot-unknown': { status: 404, 'zh-Hans': '没有编号为 {lotId} 的批次。', en: 'There is no lot {lotId}.' },
  'lot-not-sellable': {
    status: 409,
    'zh-Hans': '批次 {lotId} 现在不能销售。',
    en: 'Lot {lotId} is not on sale now.',
  },
  'lot-without-price': {
    status: 409,
    'zh-Hans': '生产者还没有给批次 {lotId} 定价。',
    en: 'The producer has not named a price for lot {lotId} yet.',
  },
  'price-changed': {
    status: 409,
    'zh-Hans': '单价已变，请查看新价格后再下单。',
    en: 'The price has changed; look at the new one and order again.',
  },
  'price-fixed': {
    status: 409,
    'zh-Hans': '批次 {lotId} 已有订单，不能再改价。',
    en: 'Lot {lotId} has orders; its price cannot change any more.',
  },
  'price-invalid': {
    status: 422,
    'zh-Hans': '单价必须大于零，并且整批的金额不能超出收据可以记录的范围。',
    en: 'The price must be more than zero, and the whole lot must fit into a receipt.',
  },
  'not-producer': {
    status: 403,
    'zh-Hans': '只有批次 {lotId} 的生产者可以定价。',
    en: 'Only the producer of lot {lotId} may name its price.',
  },
  'stock-exhausted': {
    status: 409,
    'zh-Hans': '库存不足：还剩 {available} 件。',
    en: 'Not enough in stock: {available} left.',
  },

  /* PLATFORM: why it takes no orders */
  'platform-not-admitted': {
    status: 409,
    'zh-Hans': '这个平台还没有获准入驻，暂时不能接单。',
    en: 'This platform has not been admitted to the commune; it takes no orders yet.',
  },
  'platform-suspended': {
    status: 409,
    'zh-Hans':
      '这个平台已被暂停，暂时不能接单。第 {epoch} 周期及之前完成的订单照常结算，之后完成的等暂停解除后再结算。',
    en: 'This platform is suspended and takes no orders now. Orders completed up to epoch {epoch} are settled, later ones once the suspension has ended.',
  },
  'platform-bond-too-low': {
    status: 409,
    'zh-Hans': '平台的保证金不足以担保新订单，暂时不能接单。',
    en: "The platform's bond does not cover new orders; it takes none until it has put up more.",
  },
  'platform-operator-differs': {
    status: 409,
    'zh-Hans': '平台已由另一个账户运营，请到它的新地址下单。',
    en: 'Another account runs this platform now; order at its new address.',
  },
  'signer-key-missing': {
    status: 409,
    'zh-Hans': '平台暂时无法签发第 {epoch} 周期的收据，因此不能接单。',
    en: 'The platform cannot sign receipts of epoch {epoch} at the moment, so it takes no orders.',
  },

  /* ORDERS */
  'idempotency-key-required': {
    status: 400,
    'zh-Hans': '缺少 Idempotency-Key 请求头（16 至 100 个可见字符）。',
    en: 'The header Idempotency-Key is missing: 16 to 100 visible characters.',
  },
  'idempotency-key-reused': {
    status: 409,
    'zh-Hans': '同一个 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used for a different request.',
  },
  'too-many-open-orders': {
    status: 409,
    'zh-Hans': '你有太多未付款的订单（上限 {limit} 个），请先付款或取消。',
    en: 'You have too many unpaid orders (at most {limit}); pay or cancel some first.',
  },
  'nominee-unknown': {
    status: 422,
    'zh-Hans': '没有编号为 {nomineeId} 的体验者。',
    en: 'There is no experiencer {nomineeId}.',
  },
  'commitment-reused': {
    status: 409,
    'zh-Hans': '这个买家承诺已用于另一个订单，请换一个随机数。',
    en: 'This buyer commitment belongs to another order; use another nonce.',
  },
  'order-unknown': { status: 404, 'zh-Hans': '没有这个订单。', en: 'There is no such order.' },
  'order-state': {
    status: 409,
    'zh-Hans': '订单处于“{state}”状态，不能这样做。',
    en: 'The order is {state}; this cannot be done any more or not yet.',
  },
  'refund-too-much': {
    status: 409,
    'zh-Hans': '最多还能退 {refundable} 件。',
    en: 'At most {refundable} can still be given back.',
  },
  'return-window-over': { status: 409, 'zh-Hans': '退货期已过。', en: 'The return window is over.' },

  /* PAYMENTS */
  'provider-unavailable': {
    status: 404,
    'zh-Hans': '这个平台没有这种支付方式：{provider}。',
    en: 'This platform does not take payments by {provider}.',
  },
  'provider-failed': {
    status: 502,
    'zh-Hans': '支付服务没有应答，请稍后再试。订单没有改变。',
    en: 'The payment service does not answer; try again soon. Nothing was charged.',
  },
  'payment-refused': {
    status: 422,
    'zh-Hans': '这个订单不能用这种方式支付。',
    en: 'This order cannot be paid this way.',
  },
  'payment-running': {
    status: 409,
    'zh-Hans': '这个订单已有一笔支付在进行。',
    en: 'Another payment of this order is still running.',
  },
  'payment-unknown': { status: 404, 'zh-Hans': '没有这笔支付。', en: 'There is no such payment.' },
  'payment-ended': { status: 409, 'zh-Hans': '这笔支付已经结束。', en: 'This payment has ended.' },
  'authorization-invalid': {
    status: 422,
    'zh-Hans': '转账授权的签名与买家账户不符。',
    en: 'The transfer authorization is not signed by the buyer.',
  },
  'authorization-expired': {
    status: 409,
    'zh-Hans': '转账授权已过期，请重新开始支付。',
    en: 'The transfer authorization has expired; start the payment again.',
  },
  'balance-too-low': {
    status: 409,
    'zh-Hans': '账户余额不足以支付这个订单。',
    en: 'The account does not hold enough to pay this order.',
  },
  'webhook-refused': { status: 401, 'zh-Hans': '通知的签名无效。', en: 'The webhook is not signed as it must be.' },

  /* DOCUMENTS */
  'document-unknown': { status: 404, 'zh-Hans': '没有这个文档。', en: 'There is no such document here.' },
  'document-kind': {
    status: 415,
    'zh-Hans': '只接受 JSON、JPEG、PNG、WebP、PDF 以及 UTF-8 编码的 CSV 与纯文本，内容须与类型相符。',
    en: 'Only JSON, JPEG, PNG, WebP, PDF, and CSV or plain text in UTF-8 are stored, and the bytes must be of the stated type.',
  },
  'document-limit': {
    status: 409,
    'zh-Hans': '你的存储空间已用完（上限 {bytes} 字节）。',
    en: 'Your storage is used up (at most {bytes} bytes).',
  },
  'cid-invalid': {
    status: 400,
    'zh-Hans': '不是 raw CIDv1/sha2-256 的 CID。',
    en: 'This is not a raw CIDv1 with sha2-256.',
  },

  /* REFERRALS */
  'grant-invalid': {
    status: 422,
    'zh-Hans': '推荐授权的签名与推荐者账户不符。',
    en: 'The referral grant is not signed by its recommender.',
  },
  'grant-expired': { status: 422, 'zh-Hans': '推荐授权已经过期。', en: 'The referral grant is over already.' },
  'recommender-not-yours': {
    status: 403,
    'zh-Hans': '编号 {recommenderId} 的推荐者不是你的账户。',
    en: 'Recommender {recommenderId} is not your account.',
  },
  'commodity-unknown': {
    status: 404,
    'zh-Hans': '没有编号为 {commodityId} 的商品。',
    en: 'There is no commodity {commodityId}.',
  },
  'referral-unknown': {
    status: 404,
    'zh-Hans': '没有这个推荐链接，或已被撤销。',
    en: 'There is no such referral link, or it was revoked.',
  },

  /* STATEMENTS AND PROOFS */
  'statement-unknown': {
    status: 404,
    'zh-Hans': '第 {epoch} 周期没有结算单。',
    en: 'There is no statement of epoch {epoch}.',
  },
  'statement-not-posted': {
    status: 409,
    'zh-Hans': '第 {epoch} 周期的结算单还没有上链。',
    en: 'The statement of epoch {epoch} is not on chain yet.',
  },
  'receipt-unknown': {
    status: 404,
    'zh-Hans': '这个订单还没有收据。',
    en: 'This order has no receipt yet.',
  },
  'not-in-statement': {
    status: 404,
    'zh-Hans': '第 {epoch} 周期的结算单里没有这张收据。如果收据是平台签发的，可以上链质询。',
    en: 'The statement of epoch {epoch} does not hold this receipt. If the platform signed it, it can be challenged on chain.',
  },
  'receipt-of-other-platform': {
    status: 422,
    'zh-Hans': '这是平台 {platformId} 的收据，请向它查询。',
    en: 'This is a receipt of platform {platformId}; ask there.',
  },
  'leaf-unknown': {
    status: 404,
    'zh-Hans': '结算单里没有这个叶子。',
    en: 'The statement has no such leaf.',
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A code's sentence with the values put in. */
export function problemSentence(code: ProblemCode, locale: Locale, values: Record<string, unknown> = {}): string {
  return PROBLEMS[code][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
