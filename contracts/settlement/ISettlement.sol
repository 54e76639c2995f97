// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Sums} from "./Sums.sol";
import {InnerTree, Node} from "./SumTree.sol";

/// @notice What a platform signs for every completed order line; EIP-712, see docs/encoding.md.
struct Receipt {
    uint32 platformId;
    /// The epoch in which the order was completed: delivered, return period over, not refunded.
    uint32 epoch;
    bytes32 orderId;
    uint32 lotId;
    uint32 quantity;
    uint72 sales;
    uint72 fee;
    uint72 commission;
    /// 0 = nobody.
    uint32 recommenderId;
    /// The experiencer the buyer trusts with his fee share; 0 = nobody.
    uint32 nomineeId;
    /// keccak256(abi.encode(buyer, salt)): the chain never learns who bought what unless the buyer reports.
    bytes32 buyerCommitment;
}

/// @notice The way of a receipt up to the lot root of its statement.
struct PurchaseProof {
    uint32 receiptIndex;
    Node[] receiptPath;
    Node[] nomineePath;
    Node[] lotPath;
}

/// @notice The way of a receipt up to the recommender root of its statement.
struct ReferralProof {
    uint32 receiptIndex;
    Node[] receiptPath;
    Node[] recommenderPath;
}

/// @notice All orders of one platform in one epoch.
struct Statement {
    bytes32 lotRoot;
    bytes32 recommenderRoot;
    Sums totals;
    uint48 postedAt;
    uint8 lotDepth;
    uint8 recommenderDepth;
    /// Shares in force when it was posted.
    uint16 expertBps;
    uint16 experiencerBps;
    /// What is left of the deposit for the leaves that were not opened yet.
    uint128 remaining;
}

/// @title ISettlement
/// @notice Epoch statements of the platforms and what follows from them: deposits, openings, pots and carry, credits.
/// One transaction per platform and epoch settles any number of orders; every payee is then paid by one proof.
interface ISettlement {
    /// @notice A statement as a platform posts it.
    struct StatementCommit {
        uint32 platformId;
        uint32 epoch;
        uint8 lotDepth;
        uint8 recommenderDepth;
        bytes32 lotRoot;
        bytes32 recommenderRoot;
        Sums totals;
        /// Digest of the full order file.
        bytes32 dataDigest;
    }

    /// @notice Who received what of a compensation.
    struct Compensation {
        address expert;
        uint256 expertShare;
        uint256 potShare;
        bool late;
        uint32 nomineeId;
        /// Fees added to what is nominated to the nominee on the lot, which is `nominated` now.
        uint256 nominatedFees;
        uint256 nominated;
        uint32 recommenderId;
        address payout;
        uint256 commission;
        uint256 communeShare;
        uint256 auditShare;
    }

    event StatementCommitted(
        uint32 indexed platformId,
        uint32 indexed epoch,
        StatementCommit statement,
        uint256 sales,
        uint256 fees,
        uint256 commissions,
        uint256 orders,
        uint256 deposit,
        uint256 communeShare,
        uint48 opensAt
    );
    /// @notice A lot leaf was opened: `expertShare` of its fees credited to `expert`, `potShare` put into the lot's pot or, when
    /// `late`, into the commodity's carry.
    event LotOpened(
        uint32 indexed platformId,
        uint32 indexed epoch,
        uint32 indexed lotId,
        bytes32 innerRoot,
        uint8 innerDepth,
        address expert,
        uint256 sales,
        uint256 fees,
        uint256 commissions,
        uint256 orders,
        uint256 expertShare,
        uint256 potShare,
        bool late
    );
    /// @notice `fees` of a lot were nominated to an experiencer, who has `nominated` on this lot in all.
    event NomineeOpened(
        uint32 indexed platformId,
        uint32 indexed epoch,
        uint32 indexed lotId,
        uint32 nomineeId,
        bytes32 innerRoot,
        uint256 fees,
        uint256 orders,
        uint256 nominated
    );
    /// @notice A recommender leaf was opened and its commissions credited to `payout` (zero address: the audit fund).
    event RecommenderOpened(
        uint32 indexed platformId,
        uint32 indexed epoch,
        uint32 indexed recommenderId,
        bytes32 innerRoot,
        address payout,
        uint256 sales,
        uint256 commissions,
        uint256 orders
    );
    /// @notice A platform's bond paid `amount` for a receipt that it did not settle: to the model's owner, into the lot's pot
    /// (when `late`, into the commodity's carry), to the recommender and to the commune; what has no payee to the audit fund.
    event Compensated(
        uint32 indexed platformId,
        uint32 indexed epoch,
        uint32 indexed lotId,
        bytes32 digest,
        uint256 amount,
        Compensation paid
    );
    event CreditWithdrawn(address indexed account, uint256 amount);
    /// @notice The pot of a lot, with what it drew from the commodity's carry, left for the contract that pays its winners.
    event PotTaken(uint32 indexed lotId, uint256 pot, uint256 drawn, uint256 carry);
    /// @notice `added` came into the carry of a commodity from a lot; it holds `carry` now.
    event CarryAdded(uint32 indexed commodityId, uint32 indexed lotId, uint256 added, uint256 carry);
    /// @notice Carry that four lots did not draw went to the audit fund.
    event CarryExpired(uint32 indexed commodityId, uint256 amount);
    /// @notice What nobody opened in time went to the audit fund.
    event StatementSwept(uint32 indexed platformId, uint32 indexed epoch, uint256 amount);
    event CommuneCollected(uint32 indexed epoch, address indexed to, uint256 amount);
    event AuditFundCollected(address indexed to, uint256 amount);
    event SharesSet(uint16 expertBps, uint16 experiencerBps, uint16 communeBps);
    event PlatformsAppointed(address platforms);
    event RecipientsAppointed(address commune, address auditFund);

    /// @notice Statements of an epoch are posted in the epoch after it.
    error OutsideStatementWindow(uint32 epoch, uint48 from, uint48 until);
    error StatementExists(uint32 platformId, uint32 epoch);
    error NoStatement(uint32 platformId, uint32 epoch);
    /// @notice A statement without orders; post none.
    error EmptyStatement();
    /// @notice Fees or commissions are higher than sales.
    error ImplausibleTotals(uint256 sales, uint256 fees, uint256 commissions);
    /// @notice Trees are at most 32 levels deep.
    error TreeTooDeep(uint8 depth, uint8 max);
    /// @notice Leaves can be opened once the challenge window is over.
    error ChallengeWindowOpen(uint32 platformId, uint32 epoch, uint48 endsAt);
    /// @notice The path leads to another root: something in leaf, position, path, platform, epoch, contract or chain differs
    /// from what was committed.
    error RootMismatch(bytes32 expected, bytes32 computed);
    /// @notice The sums along the path do not add up to what was committed.
    error TotalsMismatch(Sums expected, Sums computed);
    error LotAlreadyOpened(uint32 platformId, uint32 epoch, uint32 lotId);
    error LotNotOpened(uint32 platformId, uint32 epoch, uint32 lotId);
    error NomineeAlreadyOpened(uint32 platformId, uint32 epoch, uint32 lotId, uint32 nomineeId);
    error RecommenderAlreadyOpened(uint32 platformId, uint32 epoch, uint32 recommenderId);
    /// @notice Orders that nominate nobody have nobody to be added to.
    error NobodyNominated();
    error UnknownRecommender(uint32 recommenderId);
    /// @notice The fees of the leaf do not follow from its sales at the lot's rate.
    error FeesOutOfRange(uint32 lotId, uint256 fees, uint256 min, uint256 max);
    /// @notice The commissions of the leaf are above the lot's rate.
    error CommissionsOutOfRange(uint32 lotId, uint256 commissions, uint256 max);
    /// @notice The scoring of the lot is over: nominations cannot count any more.
    error ScoringClosed(uint32 lotId, uint48 since);
    /// @notice The pot is fixed and paid out once the scoring of the lot is over.
    error ScoringOpen(uint32 lotId, uint48 until);
    /// @notice The statement's deposit does not hold this amount (any more).
    error DepositExhausted(uint256 needed, uint256 remaining);
    error NotEvaluations(uint32 lotId, address caller);
    error NothingToWithdraw(address account);
    error StatementStillOpen(uint32 platformId, uint32 epoch, uint32 sweepFrom);
    /// @notice The witness is no finished lot of the commodity that was offered at least four lots after the carry arose or was
    /// drawn on.
    error CarryStillFresh(uint32 commodityId, uint32 sinceOrdinal);
    error NoRecipient();
    error ZeroPlatforms();
    error PlatformsAlreadyAppointed(address platforms);
    /// @notice Only the register of platforms pays compensation, from the bonds that it holds.
    error NotPlatforms(address caller);
    /// @notice More than the receipt owed.
    error CompensationTooHigh(uint256 amount, uint256 owed);

    /* PLATFORM */

    /// @notice Posts the statement of an epoch and pulls the whole deposit from the caller, the platform's operator:
    /// expert and experiencer shares of the fees, the commune's share of the sales, and the commissions.
    function commitStatement(StatementCommit calldata statement) external;

    /* OPENINGS: anyone may, once each */

    /// @notice Opens a lot leaf: credits the owner of the model and fills the lot's pot.
    /// @param inner The lot's nominee tree.
    /// @param path From the lot leaf to the lot root.
    function openLot(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external;

    /// @notice Opens a nominee leaf below an opened lot leaf: adds its fees to what is nominated to him on that lot.
    /// @param inner The nominee's receipt tree.
    /// @param path From the nominee leaf to the root of the lot's nominee tree.
    function openNominee(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external;

    /// @notice Opens a recommender leaf: credits the commissions to the recommender's payout address.
    function openRecommender(
        uint32 platformId,
        uint32 epoch,
        uint32 recommenderId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external;

    /// @notice Pays an account what was credited to it.
    function withdraw(address account) external returns (uint256 amount);

    /* ROUNDS */

    /// @notice Hands the pot of a lot to its evaluations contract, the caller, once scoring is over. The pot draws from the
    /// commodity's carry at most as much as its own fees brought, so that nobody can fish for a carry with a lot that sells
    /// nothing.
    function takePot(uint32 lotId) external returns (uint256 amount);

    /// @notice Puts the pot of a lot that has no winners into the commodity's carry.
    function carryPot(uint32 lotId) external returns (uint256 amount);

    /// @notice Pulls what winners of a lot left over from the caller into the commodity's carry.
    function returnToCarry(uint32 lotId, uint256 amount) external;

    /* BONDS */

    /// @notice Pulls `amount` from the register of platforms, the caller, and pays it to those whom a receipt that was not
    /// settled would have paid; each his part of it when it is less than what was owed.
    function compensate(Receipt calldata receipt, uint256 amount) external;

    /* UPKEEP */

    /// @notice Sends carry that four lots did not draw, or whose commodity has ended, to the audit fund.
    /// @param witnessLotId A lot of the commodity whose scoring is over and whose ordinal is at least four above the number of
    /// lots there were when the carry last grew or was drawn on.
    function expireCarry(uint32 commodityId, uint32 witnessLotId) external;

    /// @notice Sends what is left of a statement a year after its epoch to the audit fund.
    function sweepStatement(uint32 platformId, uint32 epoch) external;

    /// @notice Pays the commune's share of the statements posted in an epoch to the commune.
    function collectCommune(uint32 epoch) external;

    /// @notice Pays out the audit fund's accruals.
    function collectAuditFund() external;

    /* VIEWS */

    /// @notice Reverts unless the receipt is part of its platform's statement; returns its EIP-712 digest.
    function checkPurchase(
        Receipt calldata receipt,
        PurchaseProof calldata proof
    ) external view returns (bytes32 digest);

    function statementOf(uint32 platformId, uint32 epoch) external view returns (Statement memory);

    /// @notice Fees nominated to an experiencer on a lot by the leaves opened so far.
    function nominatedOf(uint32 lotId, uint32 experiencerId) external view returns (uint256);

    /// @notice What a lot's own fees brought for its winners so far.
    function potOf(uint32 lotId) external view returns (uint256);

    /// @notice What a commodity's later lots can draw, and how many lots there were when it last grew or was drawn on.
    function carryOf(uint32 commodityId) external view returns (uint256 amount, uint32 sinceOrdinal);

    /// @notice When the leaves of a statement can be opened.
    function opensAt(uint32 platformId, uint32 epoch) external view returns (uint48);

    /// @notice When a statement was posted; 0 if it was not.
    function postedAtOf(uint32 platformId, uint32 epoch) external view returns (uint48);

    /// @notice Hash of an opened lot leaf; 0 if it is not open.
    function lotLeafOf(uint32 platformId, uint32 epoch, uint32 lotId) external view returns (bytes32);

    /// @notice Whether a lot leaf of a statement was opened.
    function isLotOpened(uint32 platformId, uint32 epoch, uint32 lotId) external view returns (bool);

    /// @notice Whether a nominee leaf of a statement was opened.
    function isNomineeOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId
    ) external view returns (bool);

    /// @notice Whether a recommender leaf of a statement was opened.
    function isRecommenderOpened(uint32 platformId, uint32 epoch, uint32 recommenderId) external view returns (bool);

    /// @notice From when on nominations of a lot count no more; 0 for a lot without an opened leaf.
    function nominationsCloseAt(uint32 lotId) external view returns (uint48);

    /// @notice What a receipt pays to model owner, pot, recommender and commune, at the shares of its statement or, if there is
    /// none, at those in force.
    function owedFor(Receipt calldata receipt) external view returns (uint256);

    /// @notice Who receives the audit fund.
    function auditFund() external view returns (address);

    /// @notice EIP-712 digest of a receipt.
    function receiptDigest(Receipt calldata receipt) external view returns (bytes32);
}
