import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of the governor, its timelock, the access manager and the guardian. */
export const GOVERNANCE_SENTENCES = {
  AccessControlBadConfirmation: {
    en: 'Only the holder of a role can give it up.',
    'zh-Hans': '只有角色持有者本人才能放弃该角色。',
  },
  AccessControlUnauthorizedAccount: {
    en: '{account} lacks the role that the timelock asks for.',
    'zh-Hans': '{account} 没有时间锁要求的角色。',
  },
  AccessManagerAlreadyScheduled: {
    en: 'This call is scheduled with the access manager already.',
    'zh-Hans': '该调用已在权限管理合约中排期。',
  },
  AccessManagerBadConfirmation: {
    en: 'Only the holder of a role can give it up.',
    'zh-Hans': '只有角色持有者本人才能放弃该角色。',
  },
  AccessManagerExpired: { en: 'The scheduled call has expired.', 'zh-Hans': '已排期的调用已过期。' },
  AccessManagerInvalidInitialAdmin: {
    en: '{initialAdmin} cannot administer the access manager.',
    'zh-Hans': '{initialAdmin} 不能成为权限管理合约的管理员。',
  },
  AccessManagerLockedFunction: {
    en: 'Who may call the function {selector} is fixed.',
    'zh-Hans': '函数 {selector} 的调用权限不可更改。',
  },
  AccessManagerLockedRole: { en: 'Role {roleId} cannot be changed.', 'zh-Hans': '角色 {roleId} 不可更改。' },
  AccessManagerNotReady: { en: 'The scheduled call has to wait longer.', 'zh-Hans': '已排期的调用仍需等待。' },
  AccessManagerNotScheduled: { en: 'This call was not scheduled.', 'zh-Hans': '该调用尚未排期。' },
  AccessManagerUnauthorizedAccount: {
    en: 'Only holders of role {roleId} may do this, not {msgsender}.',
    'zh-Hans': '只有角色 {roleId} 的持有者才能执行此操作，{msgsender} 无权执行。',
  },
  AccessManagerUnauthorizedCall: {
    en: '{caller} may not call this function of {target}.',
    'zh-Hans': '{caller} 无权调用 {target} 的该函数。',
  },
  AccessManagerUnauthorizedCancel: {
    en: '{msgsender} may not cancel what {caller} scheduled.',
    'zh-Hans': '{msgsender} 无权取消 {caller} 排期的调用。',
  },
  AccessManagerUnauthorizedConsume: {
    en: 'The access manager does not manage {target}.',
    'zh-Hans': '{target} 不由该权限管理合约管理。',
  },
  GenesisOver: {
    en: 'The guardian’s office ended at {expiresAt}. Platforms are admitted and suspended by votes now.',
    'zh-Hans': '创世守护者的职权已于 {expiresAt} 终止，此后由投票准入和停牌平台。',
  },
  GovernorAlreadyCastVote: {
    en: '{voter} has voted on this proposal already. Votes cannot be changed.',
    'zh-Hans': '{voter} 已就此提案投票，投票后不能更改。',
  },
  GovernorAlreadyQueuedProposal: { en: 'The proposal is queued already.', 'zh-Hans': '该提案已在排队。' },
  GovernorDisabledDeposit: {
    en: 'The governor holds no money. Send it to the treasury instead.',
    'zh-Hans': '治理合约不持有资金，请转入金库。',
  },
  GovernorInsufficientProposerVotes: {
    en: '{proposer} has {votes} of experience power; a proposer needs {threshold}.',
    'zh-Hans': '{proposer} 的体验算力为 {votes}，提案需要 {threshold}。',
  },
  GovernorInvalidProposalLength: {
    en: 'A proposal needs at least one call, and as many targets and amounts as calls.',
    'zh-Hans': '提案至少需要一个调用，且目标与金额的数目须与调用相同。',
  },
  GovernorInvalidQuorumFraction: {
    en: 'The turnout floor cannot be {quorumNumerator} of {quorumDenominator}.',
    'zh-Hans': '最低投票率不能是 {quorumDenominator} 分之 {quorumNumerator}。',
  },
  GovernorInvalidSignature: {
    en: 'The vote was not signed by {voter}.',
    'zh-Hans': '该投票并非由 {voter} 签署。',
  },
  GovernorInvalidVoteParams: { en: 'A vote takes no further parameters.', 'zh-Hans': '投票不接受其他参数。' },
  GovernorInvalidVoteType: {
    en: 'Vote for, against, or abstain; there is nothing else.',
    'zh-Hans': '只能投赞成、反对或弃权。',
  },
  GovernorInvalidVotingPeriod: {
    en: 'A vote cannot last {votingPeriod} seconds.',
    'zh-Hans': '投票期不能是 {votingPeriod} 秒。',
  },
  GovernorNonexistentProposal: { en: 'There is no such proposal.', 'zh-Hans': '该提案不存在。' },
  GovernorOnlyExecutor: {
    en: 'Only a decision that passed may do this, not {account}.',
    'zh-Hans': '只有已通过的决议才能执行此操作，{account} 无权执行。',
  },
  GovernorProposalQueueingFailed: {
    en: 'The timelock did not take the proposal.',
    'zh-Hans': '时间锁未接受该提案。',
  },
  GovernorProposalQueueingNotRequired: {
    en: 'An emergency needs no queue. Execute it.',
    'zh-Hans': '紧急提案无需排队，请直接执行。',
  },
  GovernorRestrictedProposer: {
    en: 'The text says that somebody else proposes this, not {proposer}.',
    'zh-Hans': '提案文本指定了其他提案人，而非 {proposer}。',
  },
  GovernorUnableToCancel: {
    en: 'Only the proposer can take a proposal back, and only before the vote begins.',
    'zh-Hans': '只有提案人可以撤回提案，且须在投票开始之前。',
  },
  GovernorUnexpectedProposalState: {
    en: 'The proposal is not at this step: it is {current}.',
    'zh-Hans': '该提案不在这一步，当前为{current}。',
  },
  GuardianGone: { en: 'The guardian has given up the office.', 'zh-Hans': '创世守护者已放弃职权。' },
  NotGuardian: {
    en: 'Only the guardian may do this, not {caller}.',
    'zh-Hans': '只有创世守护者才能执行此操作，{caller} 无权执行。',
  },
  SeatRequired: {
    en: 'Only who holds a seat as a validator in this term can propose an emergency; {account} does not.',
    'zh-Hans': '只有本届在任的验证人才能提出紧急提案，{account} 没有席位。',
  },
  TargetReserved: {
    en: 'What is called at {target} is constitutional and stays so.',
    'zh-Hans': '对 {target} 的调用属于宪章事项，不能改变类别。',
  },
  TimelockFixed: {
    en: 'The governor keeps its timelock. Another one comes with another governor.',
    'zh-Hans': '治理合约的时间锁不可更换，只能随新的治理合约一同更换。',
  },
  TimelockInsufficientDelay: {
    en: 'The timelock waits at least {minDelay} seconds; {delay} are too few.',
    'zh-Hans': '时间锁至少等待 {minDelay} 秒，{delay} 秒过短。',
  },
  TimelockInvalidOperationLength: {
    en: 'As many targets and amounts as calls are needed.',
    'zh-Hans': '目标与金额的数目须与调用相同。',
  },
  TimelockUnauthorizedCaller: {
    en: 'Only the timelock itself may do this, not {caller}.',
    'zh-Hans': '只有时间锁自身才能执行此操作，{caller} 无权执行。',
  },
  TimelockUnexecutedPredecessor: {
    en: 'Another decision has to be executed before this one.',
    'zh-Hans': '须先执行另一项决议。',
  },
  TimelockUnexpectedOperationState: {
    en: 'The timelock does not let it through yet, or it has been executed.',
    'zh-Hans': '时间锁尚未放行，或该操作已执行。',
  },
  ZeroGuardian: { en: 'The guardian needs an address.', 'zh-Hans': '创世守护者需要有地址。' },
} as const satisfies Record<string, Localized>;
