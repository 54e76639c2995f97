// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice An admitted platform.
struct Platform {
    /// Posts statements and pays their deposits; owner of the bond.
    address operator;
    uint48 admittedAt;
    /// Statements of epochs that begin under the suspension are refused; earlier ones are posted and run off.
    bool suspended;
    /// Signs receipts since epoch `signerSince`, which may be one to come.
    address signer;
    uint32 signerSince;
    /// Cases that are neither answered nor slashed.
    uint24 openCases;
    /// One above the epoch of the last statement.
    uint32 statementsUntil;
    /// Was suspended at some time.
    bool everSuspended;
    /// What stands behind the platform's receipts and statements.
    uint72 bond;
    /// Slashed in epoch `slashEpoch`.
    uint72 slashed;
    uint32 slashEpoch;
    /// The audit fund's part of slashes, until it is collected.
    uint72 auditAccrued;
    /// What of the bond the operator wants back, and the first epoch in which it may go.
    uint72 leaving;
    uint32 leaveEpoch;
    /// Was offered the operator's role.
    address pendingOperator;
}

enum CaseKind {
    Receipt,
    Equivocation,
    Demand
}

/// @title IPlatforms
/// @notice Which platforms may settle orders, who signs for them, and the bonds that they lose when they cheat. Admission is
/// the commune's decision: a platform is the one centralised party.
interface IPlatforms {
    /// @notice A platform was admitted; `endpoint` is where its relay answers, `signer` signs its receipts from this epoch on.
    event PlatformAdmitted(uint32 indexed platformId, address indexed operator, address signer, string endpoint);
    event PlatformSuspended(uint32 indexed platformId);
    event PlatformResumed(uint32 indexed platformId);
    event PlatformEndpointSet(uint32 indexed platformId, string endpoint);
    /// @notice Where copies of the platform's order files are, by their digests.
    event PlatformMirrorsSet(uint32 indexed platformId, string[] mirrors);
    /// @notice Receipts of epoch `fromEpoch` and later are signed by `signer`.
    event SignerSet(uint32 indexed platformId, address indexed signer, uint32 fromEpoch);
    event OperatorOffered(uint32 indexed platformId, address indexed to);
    event OperatorChanged(uint32 indexed platformId, address indexed operator);
    /// @notice `from` added to the bond, which is `bond` now.
    event BondDeposited(uint32 indexed platformId, address indexed from, uint256 amount, uint256 bond);
    /// @notice The operator wants `amount` of the bond back in epoch `leaveEpoch`; 0 = he changed his mind.
    event BondWithdrawalRequested(uint32 indexed platformId, uint256 amount, uint32 leaveEpoch);
    event BondWithdrawn(uint32 indexed platformId, address indexed to, uint256 amount, uint256 bond);
    /// @notice A platform lost `amount` of its bond: `reward` to the challenger, as much to the audit fund, the
    /// rest to the payees of a receipt that it did not settle, see {ISettlement-Compensated}. `caseId` is the digest of a receipt, the id of an order
    /// with two receipts, or that of a leaf.
    event Slashed(
        uint32 indexed platformId,
        bytes32 indexed caseId,
        address indexed challenger,
        CaseKind kind,
        uint256 amount,
        uint256 reward
    );
    /// @notice The audit fund received its part of a platform's slashes.
    event AuditCollected(uint32 indexed platformId, address indexed to, uint256 amount);
    event DemandsAppointed(address demands);
    /// @notice From epoch `fromEpoch` on a platform needs a bond of `amount` to post statements.
    event MinBondSet(uint256 amount, uint32 fromEpoch);

    error ZeroOperator();
    error ZeroSigner();
    error UnknownPlatform(uint32 platformId);
    /// @notice The caller does not run this platform.
    error NotOperator(uint32 platformId, address caller);
    /// @notice The operator's role was not offered to the caller.
    error NotOffered(uint32 platformId, address caller);
    /// @notice The platform was never admitted.
    error PlatformNotAdmitted(uint32 platformId);
    /// @notice It was suspended before the statement's epoch began.
    error PlatformIsSuspended(uint32 platformId);
    error PlatformNotSuspended(uint32 platformId);
    /// @notice Keys of this epoch and earlier ones are fixed: receipts were signed with them.
    error SignerEpochPast(uint32 fromEpoch, uint32 earliest);
    /// @notice What stays in the bond until the statement can no longer be challenged is too little; deposit more.
    error BondTooLow(uint32 platformId, uint256 bond, uint256 required);
    /// @notice The operator asked for more than the bond holds.
    error BondExceeded(uint256 amount, uint256 bond);
    error NoWithdrawalRequested(uint32 platformId);
    error WithdrawalNotDue(uint32 platformId, uint32 leaveEpoch);
    /// @notice The bond stays while somebody waits for an answer.
    error CasesOpen(uint32 platformId, uint32 cases);
    /// @notice At most eight mirrors.
    error TooManyMirrors(uint256 given, uint256 max);
    /// @notice An eighth of the bond was slashed in this epoch already; the case waits for the next one.
    error SlashingCapReached(uint32 nextEpoch);
    error NothingToCollect(uint32 platformId);
    error DemandsAlreadyAppointed(address demands);
    error ZeroDemands();
    /// @notice Only the settlement contract may.
    error NotSettlement(address caller);
    /// @notice Only the contract that keeps demands may.
    error NotDemands(address caller);

    /* GOVERNANCE */

    /// @notice Admits a platform. It can post statements once its bond is there.
    function admit(address operator, address signer, string calldata endpoint) external returns (uint32 platformId);

    /// @notice Stops a platform: statements of epochs that begin from now on are refused. Receipts of this epoch and earlier ones it
    /// may, and must, settle. Does nothing where it is suspended already.
    function suspend(uint32 platformId) external;

    /// @notice Ends a suspension.
    function resume(uint32 platformId) external;

    /// @notice Names the contract that keeps demands, once and for ever.
    function appointDemands(address demands) external;

    /// @notice Sets the bond that statements need; it is required from the fifth epoch after this one on, so that no platform is
    /// kept from settling what it has sold.
    function setMinBond(uint72 amount) external;

    /* OPERATOR */

    /// @notice Tells where the platform's relay answers.
    function setEndpoint(uint32 platformId, string calldata endpoint) external;

    /// @notice Tells where copies of the order files are.
    function setMirrors(uint32 platformId, string[] calldata mirrors) external;

    /// @notice Changes the key that signs receipts, from an epoch to come on. A key that has not come into force is replaced.
    function setSigner(uint32 platformId, address signer, uint32 fromEpoch) external;

    /// @notice Offers the operator's role, with bond and all; zero takes an offer back.
    function offerOperator(uint32 platformId, address to) external;

    /// @notice Takes an offered role.
    function acceptOperator(uint32 platformId) external;

    /// @notice Adds to the bond. Anyone may.
    function depositBond(uint32 platformId, uint72 amount) external;

    /// @notice Asks for a part of the bond back, twelve epochs from now; replaces an earlier request.
    function requestWithdrawal(uint32 platformId, uint72 amount) external;

    /// @notice Pays out what was asked for, or what slashes left of it, while no case is open.
    function withdrawBond(uint32 platformId) external returns (uint256 amount);

    /// @notice Pays the audit fund's part of the slashes to it. Anyone may call.
    function collectAudit(uint32 platformId) external returns (uint256 amount);

    /* SETTLEMENT: the settlement contract only */

    /// @notice Notes that `operator` posts the platform's statement of `epoch`. Reverts unless he may: the platform is not
    /// suspended, and its bond suffices until that statement can no longer be challenged.
    function recordStatement(uint32 platformId, address operator, uint32 epoch) external;

    /* DEMANDS: the contract that keeps them, only */

    /// @notice Counts a case, so that the bond stays.
    function openDemand(uint32 platformId) external;

    /// @notice Ends a case that was answered.
    function closeDemand(uint32 platformId) external;

    /// @notice Ends a case that was not answered: takes the least penalty and credits half of it to the challenger.
    function slashDemand(uint32 platformId, bytes32 leafId, address challenger) external;

    /* VIEWS */

    /// @notice What of the bond will still be there when nothing of `epoch` can be challenged or demanded any more.
    function coverOf(uint32 platformId, uint32 epoch) external view returns (uint256);

    /// @notice The key that signs a platform's receipts of an epoch; zero before it was admitted.
    function signerOf(uint32 platformId, uint32 epoch) external view returns (address);

    function platformOf(uint32 platformId) external view returns (Platform memory);

    /// @notice Unix time of the suspension that lasts; 0: none does.
    function suspendedSince(uint32 platformId) external view returns (uint48);

    /// @notice Bond that statements need in this epoch.
    function minBond() external view returns (uint256);
}
