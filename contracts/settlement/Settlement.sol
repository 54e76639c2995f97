// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Commodity, ICommodities, LotTerms} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Schedule} from "../shared/Schedule.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IPlatforms} from "./IPlatforms.sol";
import {ISettlement, PurchaseProof, Receipt, Statement} from "./ISettlement.sol";
import {Recommenders} from "./Recommenders.sol";
import {Sums, SumsLib} from "./Sums.sol";
import {InnerTree, Node, SumTree} from "./SumTree.sol";

/// @title Settlement
/// @notice Holds the deposits of the platforms until they are paid out. A statement pays out exactly what its roots fix:
/// every lot and recommender leaf is opened once, its sums enter the hashes, and the sums of all leaves are the totals that
/// the deposit was computed from. Trusts a lot's evaluations contract with that lot's pot. The timelock may move the shares
/// of statements to come inside fixed limits and say who receives the commune's share and the audit fund.
contract Settlement is ISettlement, EpochClock, SelfPermit, EIP712, AccessManaged {
    using SafeERC20 for IERC20;

    struct Pot {
        uint128 amount;
        /// Closing epoch of the lot; 0 until its first leaf was opened.
        uint32 closingEpoch;
    }

    struct Carry {
        uint128 amount;
        /// Lots of the commodity when it last grew or was drawn on.
        uint32 sinceOrdinal;
    }

    bytes32 private constant RECEIPT_TYPEHASH = keccak256(
        "Receipt(uint32 platformId,uint32 epoch,bytes32 orderId,uint32 lotId,uint32 quantity,uint72 sales,uint72 fee,uint72 commission,uint32 recommenderId,uint32 nomineeId,bytes32 buyerCommitment)"
    );
    uint256 private constant BPS = 10_000;
    uint256 private constant MIN_EXPERT_BPS = 500;
    /// @dev With κ at most 90 % the expert's and the winners' part of a fee never exceed it: buying one's own goods cannot pay.
    uint256 private constant MAX_EXPERT_BPS = 1_000;
    uint256 private constant MIN_EXPERIENCER_BPS = 3_000;
    uint256 private constant MAX_EXPERIENCER_BPS = 7_000;
    uint256 private constant MIN_COMMUNE_BPS = 10;
    uint256 private constant MAX_COMMUNE_BPS = 200;
    /// @dev Lots that may pass without drawing on a carry.
    uint32 private constant CARRY_LOTS = 4;
    /// @dev Epochs after a statement's own in which its leaves can be opened.
    uint32 private constant SWEEP_DELAY_EPOCHS = 52;

    ICommodities public immutable commodities;
    IQualityModels public immutable models;
    IPlatforms public immutable platforms;
    Recommenders public immutable recommenders;
    /// @notice Seconds in which receipts can be challenged before leaves are opened.
    uint32 public immutable challengeWindow;

    /// @notice Shares of the fees and, for the commune, of the sales in statements to come; the platform keeps the rest.
    uint16 public expertBps = 1_000;
    uint16 public experiencerBps = 5_000;
    uint16 public communeBps = 60;
    /// @notice Receives the commune's share.
    address public commune;
    /// @notice Receives what belongs to nobody else.
    address public auditFund;
    /// @notice Accrued for the audit fund and not collected yet.
    uint128 public auditFundAccrued;

    mapping(uint32 platformId => mapping(uint32 epoch => Statement statement)) private _statements;
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint32 lotId => bytes32 leaf))) private _lotLeaves;
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint64 lotAndNominee => bool opened)))
        private _nomineesOpened;
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint32 recommenderId => bool opened)))
        private _recommendersOpened;
    mapping(uint32 lotId => Pot pot) private _pots;
    mapping(uint32 lotId => mapping(uint32 experiencerId => uint256 fees)) public nominatedOf;
    mapping(uint32 commodityId => Carry carry) private _carries;
    /// @notice What an account can withdraw.
    mapping(address account => uint256 amount) public creditOf;
    /// @notice The commune's share of the statements posted in an epoch, until it is collected.
    mapping(uint32 epoch => uint256 amount) public communeAccrued;

    constructor(
        address authority,
        IERC20 asset_,
        ICommodities commodities_,
        IQualityModels models_,
        IPlatforms platforms_,
        Recommenders recommenders_,
        uint48 genesis_,
        uint32 epochLength_
    )
        EpochClock(genesis_, epochLength_)
        SelfPermit(asset_)
        EIP712("Trusted Commerce Commune", "1")
        AccessManaged(authority)
    {
        commodities = commodities_;
        models = models_;
        platforms = platforms_;
        recommenders = recommenders_;
        challengeWindow = epochLength_;
        emit SharesSet(expertBps, experiencerBps, communeBps);
    }

    /* PLATFORM */

    /// @inheritdoc ISettlement
    function commitStatement(StatementCommit calldata commit) external {
        platforms.checkOperator(commit.platformId, msg.sender);
        (uint48 from, uint48 until) = (epochStart(commit.epoch + 1), epochStart(commit.epoch + 2));
        require(block.timestamp >= from && block.timestamp < until, OutsideStatementWindow(commit.epoch, from, until));
        Statement storage statement = _statements[commit.platformId][commit.epoch];
        require(statement.postedAt == 0, StatementExists(commit.platformId, commit.epoch));
        uint8 deepest = commit.lotDepth > commit.recommenderDepth ? commit.lotDepth : commit.recommenderDepth;
        require(deepest <= SumTree.MAX_DEPTH, TreeTooDeep(deepest, SumTree.MAX_DEPTH));
        (uint256 sales, uint256 fees, uint256 commissions) = (
            commit.totals.sales(),
            commit.totals.fees(),
            commit.totals.commissions()
        );
        require(commit.totals.count() > 0, EmptyStatement());
        require(fees <= sales && commissions <= sales, ImplausibleTotals(sales, fees, commissions));

        // Leaves pay floors of their parts; the deposit rounds up, so it holds them whatever the leaves are.
        uint256 payable_ = Math.ceilDiv(fees * expertBps, BPS) + Math.ceilDiv(fees * experiencerBps, BPS) + commissions;
        uint256 communeShare = Math.ceilDiv(sales * communeBps, BPS);
        statement.lotRoot = commit.lotRoot;
        statement.recommenderRoot = commit.recommenderRoot;
        statement.totals = commit.totals;
        statement.postedAt = uint48(block.timestamp);
        statement.lotDepth = commit.lotDepth;
        statement.recommenderDepth = commit.recommenderDepth;
        statement.expertBps = expertBps;
        statement.experiencerBps = experiencerBps;
        statement.remaining = uint128(payable_);
        communeAccrued[commit.epoch + 1] += communeShare;

        _emitCommitted(commit, payable_ + communeShare, communeShare);
        AssetTransfers.pull(asset, msg.sender, payable_ + communeShare);
    }

    /* OPENINGS */

    /// @inheritdoc ISettlement
    function openLot(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        Statement storage statement = _nullifyLot(platformId, epoch, lotId, inner, path);
        LotTerms memory terms = commodities.termsOf(lotId);
        _checkRates(lotId, terms, inner.sums);
        (uint256 expertShare, uint256 potShare) = _spendFees(statement, inner.sums.fees());
        address expert = models.ownerOf(terms.modelId);
        creditOf[expert] += expertShare;
        bool late = _fillPot(lotId, terms, potShare);
        _emitLotOpened(platformId, epoch, lotId, inner, expert, [expertShare, potShare], late);
    }

    /// @inheritdoc ISettlement
    function openNominee(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        require(nomineeId != 0, NobodyNominated());
        _checkNominee(platformId, epoch, lotId, nomineeId, inner, path);
        mapping(uint64 => bool) storage opened = _nomineesOpened[platformId][epoch];
        uint64 key = (uint64(lotId) << 32) | nomineeId;
        require(!opened[key], NomineeAlreadyOpened(platformId, epoch, lotId, nomineeId));
        opened[key] = true;
        uint256 nominated = nominatedOf[lotId][nomineeId] + inner.sums.fees();
        nominatedOf[lotId][nomineeId] = nominated;
        _emitNomineeOpened(platformId, epoch, lotId, nomineeId, inner, nominated);
    }

    /// @inheritdoc ISettlement
    function openRecommender(
        uint32 platformId,
        uint32 epoch,
        uint32 recommenderId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        Statement storage statement = _openable(platformId, epoch);
        require(
            !_recommendersOpened[platformId][epoch][recommenderId],
            RecommenderAlreadyOpened(platformId, epoch, recommenderId)
        );
        bytes32 leaf = SumTree.recommenderLeaf(SumTree.domain(address(this), platformId, epoch), inner);
        _checkRoot(
            SumTree.climb(leaf, inner.sums, recommenderId, path),
            statement.recommenderRoot,
            statement.recommenderDepth,
            statement.totals
        );

        _recommendersOpened[platformId][epoch][recommenderId] = true;
        uint256 commissions = inner.sums.commissions();
        _spend(statement, commissions);
        address payout;
        if (recommenderId == 0) {
            // Commissions of orders that nobody recommended are a mistake of the platform and nobody's money.
            auditFundAccrued += uint128(commissions);
        } else {
            payout = recommenders.payoutOf(recommenderId);
            require(payout != address(0), UnknownRecommender(recommenderId));
            creditOf[payout] += commissions;
        }
        emit RecommenderOpened(
            platformId,
            epoch,
            recommenderId,
            inner.root,
            payout,
            inner.sums.sales(),
            commissions,
            inner.sums.count()
        );
    }

    /// @inheritdoc ISettlement
    function withdraw(address account) external returns (uint256 amount) {
        amount = creditOf[account];
        require(amount > 0, NothingToWithdraw(account));
        creditOf[account] = 0;
        emit CreditWithdrawn(account, amount);
        asset.safeTransfer(account, amount);
    }

    /* ROUNDS */

    /// @inheritdoc ISettlement
    function takePot(uint32 lotId) external returns (uint256 amount) {
        LotTerms memory terms = _closedLot(lotId);
        uint256 pot = _pots[lotId].amount;
        _pots[lotId].amount = 0;
        Carry storage carry = _carries[terms.commodityId];
        uint256 drawn = Math.min(carry.amount, pot);
        if (drawn > 0) {
            carry.amount -= uint128(drawn);
            carry.sinceOrdinal = commodities.commodityOf(terms.commodityId).lots;
        }
        emit PotTaken(lotId, pot, drawn, carry.amount);
        amount = pot + drawn;
        if (amount > 0) asset.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc ISettlement
    function carryPot(uint32 lotId) external returns (uint256 amount) {
        LotTerms memory terms = _closedLot(lotId);
        amount = _pots[lotId].amount;
        _pots[lotId].amount = 0;
        _addCarry(lotId, terms, amount);
    }

    /// @inheritdoc ISettlement
    function returnToCarry(uint32 lotId, uint256 amount) external {
        LotTerms memory terms = _closedLot(lotId);
        _addCarry(lotId, terms, amount);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /* UPKEEP */

    /// @inheritdoc ISettlement
    function expireCarry(uint32 commodityId, uint32 witnessLotId) external {
        Carry storage carry = _carries[commodityId];
        uint32 epoch = currentEpoch();
        Commodity memory commodity = commodities.commodityOf(commodityId);
        if (!commodity.retired || epoch < Schedule.claimingEpoch(commodity.lastClosingEpoch)) {
            LotTerms memory witness = commodities.termsOf(witnessLotId);
            require(
                witness.commodityId == commodityId &&
                    witness.ordinal >= carry.sinceOrdinal + CARRY_LOTS &&
                    epoch >= Schedule.claimingEpoch(witness.closingEpoch),
                CarryStillFresh(commodityId, carry.sinceOrdinal)
            );
        }
        uint128 amount = carry.amount;
        carry.amount = 0;
        auditFundAccrued += amount;
        emit CarryExpired(commodityId, amount);
    }

    /// @inheritdoc ISettlement
    function sweepStatement(uint32 platformId, uint32 epoch) external {
        Statement storage statement = _statement(platformId, epoch);
        uint32 sweepFrom = epoch + SWEEP_DELAY_EPOCHS;
        require(currentEpoch() >= sweepFrom, StatementStillOpen(platformId, epoch, sweepFrom));
        uint128 amount = statement.remaining;
        statement.remaining = 0;
        auditFundAccrued += amount;
        emit StatementSwept(platformId, epoch, amount);
    }

    /// @inheritdoc ISettlement
    function collectCommune(uint32 epoch) external {
        address to = commune;
        require(to != address(0), NoRecipient());
        uint256 amount = communeAccrued[epoch];
        communeAccrued[epoch] = 0;
        emit CommuneCollected(epoch, to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc ISettlement
    function collectAuditFund() external {
        address to = auditFund;
        require(to != address(0), NoRecipient());
        uint256 amount = auditFundAccrued;
        auditFundAccrued = 0;
        emit AuditFundCollected(to, amount);
        asset.safeTransfer(to, amount);
    }

    /* GOVERNANCE */

    /// @notice Sets the shares of statements to come.
    function setShares(uint16 expert, uint16 experiencer, uint16 communeShare) external restricted {
        Bounds.check("expertBps", expert, MIN_EXPERT_BPS, MAX_EXPERT_BPS);
        Bounds.check("experiencerBps", experiencer, MIN_EXPERIENCER_BPS, MAX_EXPERIENCER_BPS);
        Bounds.check("communeBps", communeShare, MIN_COMMUNE_BPS, MAX_COMMUNE_BPS);
        (expertBps, experiencerBps, communeBps) = (expert, experiencer, communeShare);
        emit SharesSet(expert, experiencer, communeShare);
    }

    /// @notice Says who receives the commune's share and the audit fund.
    function appointRecipients(address commune_, address auditFund_) external restricted {
        (commune, auditFund) = (commune_, auditFund_);
        emit RecipientsAppointed(commune_, auditFund_);
    }

    /* VIEWS */

    /// @inheritdoc ISettlement
    function checkPurchase(
        Receipt calldata receipt,
        PurchaseProof calldata proof
    ) external view returns (bytes32 digest) {
        Statement storage statement = _statement(receipt.platformId, receipt.epoch);
        bytes32 domain = SumTree.domain(address(this), receipt.platformId, receipt.epoch);
        digest = receiptDigest(receipt);
        Sums sums = SumsLib.pack(receipt.sales, receipt.fee, receipt.commission, 1);
        InnerTree memory tree = SumTree.climb(SumTree.receiptLeaf(digest), sums, proof.receiptIndex, proof.receiptPath);
        tree = SumTree.climb(SumTree.nomineeLeaf(domain, tree), tree.sums, receipt.nomineeId, proof.nomineePath);
        tree = SumTree.climb(SumTree.lotLeaf(domain, tree), tree.sums, receipt.lotId, proof.lotPath);
        _checkRoot(tree, statement.lotRoot, statement.lotDepth, statement.totals);
    }

    /// @inheritdoc ISettlement
    function statementOf(uint32 platformId, uint32 epoch) external view returns (Statement memory) {
        return _statement(platformId, epoch);
    }

    /// @inheritdoc ISettlement
    function potOf(uint32 lotId) external view returns (uint256) {
        return _pots[lotId].amount;
    }

    /// @inheritdoc ISettlement
    function carryOf(uint32 commodityId) external view returns (uint256 amount, uint32 sinceOrdinal) {
        return (_carries[commodityId].amount, _carries[commodityId].sinceOrdinal);
    }

    /// @inheritdoc ISettlement
    function opensAt(uint32 platformId, uint32 epoch) public view returns (uint48) {
        return _statement(platformId, epoch).postedAt + challengeWindow;
    }

    /// @inheritdoc ISettlement
    function receiptDigest(Receipt calldata receipt) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RECEIPT_TYPEHASH, receipt)));
    }

    /// @notice Whether a lot, nominee or recommender leaf of a statement was opened.
    function isLotOpened(uint32 platformId, uint32 epoch, uint32 lotId) external view returns (bool) {
        return _lotLeaves[platformId][epoch][lotId] != 0;
    }

    function isNomineeOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId
    ) external view returns (bool) {
        return _nomineesOpened[platformId][epoch][(uint64(lotId) << 32) | nomineeId];
    }

    function isRecommenderOpened(uint32 platformId, uint32 epoch, uint32 recommenderId) external view returns (bool) {
        return _recommendersOpened[platformId][epoch][recommenderId];
    }

    /* INTERNAL */

    function _statement(uint32 platformId, uint32 epoch) internal view returns (Statement storage statement) {
        statement = _statements[platformId][epoch];
        require(statement.postedAt != 0, NoStatement(platformId, epoch));
    }

    function _openable(uint32 platformId, uint32 epoch) internal view returns (Statement storage statement) {
        statement = _statements[platformId][epoch];
        uint48 postedAt = statement.postedAt;
        require(postedAt != 0, NoStatement(platformId, epoch));
        uint48 endsAt = postedAt + challengeWindow;
        require(block.timestamp >= endsAt, ChallengeWindowOpen(platformId, epoch, endsAt));
    }

    /// @dev Proves a lot leaf and keeps its hash: it nullifies the leaf and is what nominee leaves are proven under.
    function _nullifyLot(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        Node[] calldata path
    ) internal returns (Statement storage statement) {
        statement = _openable(platformId, epoch);
        mapping(uint32 => bytes32) storage leaves = _lotLeaves[platformId][epoch];
        require(leaves[lotId] == 0, LotAlreadyOpened(platformId, epoch, lotId));
        bytes32 leaf = SumTree.lotLeaf(SumTree.domain(address(this), platformId, epoch), inner);
        InnerTree memory tree = SumTree.climb(leaf, inner.sums, lotId, path);
        _checkRoot(tree, statement.lotRoot, statement.lotDepth, statement.totals);
        leaves[lotId] = leaf;
    }

    function _checkRoot(InnerTree memory tree, bytes32 root, uint8 depth, Sums totals) internal pure {
        require(tree.depth == depth, SumTree.PathLength(tree.depth, depth));
        require(tree.root == root, RootMismatch(root, tree.root));
        require(tree.sums == totals, TotalsMismatch(totals, tree.sums));
    }

    /// @dev Every order's fee and commission is rounded up to a whole unit, so `count` orders may exceed the exact rate by
    /// less than `count` units. The platform says `count`; as an order has a fee of at least one unit, what it may add ends at
    /// the exact amount again.
    function _checkRates(uint32 lotId, LotTerms memory terms, Sums sums) internal pure {
        (uint256 sales, uint256 fees, uint256 commissions, uint256 count) = (
            sums.sales(),
            sums.fees(),
            sums.commissions(),
            sums.count()
        );
        // Lanes of 72 bits times rates of 16 bits: nothing here can overflow.
        unchecked {
            uint256 minFees = (sales * terms.feeBps + BPS - 1) / BPS;
            uint256 maxFees = minFees + (count < minFees ? count : minFees);
            require(fees >= minFees && fees <= maxFees, FeesOutOfRange(lotId, fees, minFees, maxFees));
            uint256 maxCommissions = (sales * terms.commissionBps + BPS - 1) / BPS;
            maxCommissions += count < maxCommissions ? count : maxCommissions;
            require(commissions <= maxCommissions, CommissionsOutOfRange(lotId, commissions, maxCommissions));
        }
    }

    function _checkNominee(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        Node[] calldata path
    ) internal view {
        bytes32 lotLeaf = _lotLeaves[platformId][epoch][lotId];
        require(lotLeaf != 0, LotNotOpened(platformId, epoch, lotId));
        uint48 closesAt = epochStart(Schedule.claimingEpoch(_pots[lotId].closingEpoch));
        require(block.timestamp < closesAt, ScoringClosed(lotId, closesAt));
        bytes32 domain = SumTree.domain(address(this), platformId, epoch);
        bytes32 leaf = SumTree.nomineeLeaf(domain, inner);
        bytes32 computed = SumTree.lotLeaf(domain, SumTree.climb(leaf, inner.sums, nomineeId, path));
        require(computed == lotLeaf, RootMismatch(lotLeaf, computed));
    }

    function _spendFees(
        Statement storage statement,
        uint256 fees
    ) internal returns (uint256 expertShare, uint256 potShare) {
        (uint256 forExpert, uint256 forPot, uint256 remaining) = (
            statement.expertBps,
            statement.experiencerBps,
            statement.remaining
        );
        expertShare = (fees * forExpert) / BPS;
        potShare = (fees * forPot) / BPS;
        uint256 amount = expertShare + potShare;
        require(amount <= remaining, DepositExhausted(amount, remaining));
        statement.remaining = uint128(remaining - amount);
    }

    function _spend(Statement storage statement, uint256 amount) internal {
        uint256 remaining = statement.remaining;
        require(amount <= remaining, DepositExhausted(amount, remaining));
        statement.remaining = uint128(remaining - amount);
    }

    /// @dev Fees that come after scoring go to the carry: the winners' shares are fixed by then.
    function _fillPot(uint32 lotId, LotTerms memory terms, uint256 share) internal returns (bool late) {
        late = block.timestamp >= epochStart(Schedule.claimingEpoch(terms.closingEpoch));
        uint256 added = late ? 0 : share;
        _pots[lotId] = Pot(_pots[lotId].amount + uint128(added), terms.closingEpoch);
        if (late) _addCarry(lotId, terms, share);
    }

    /// @dev Nothing added must not make what is there fresher: a producer's empty lots would keep it from expiring.
    function _addCarry(uint32 lotId, LotTerms memory terms, uint256 amount) internal {
        if (amount == 0) return;
        Carry storage carry = _carries[terms.commodityId];
        carry.amount += uint128(amount);
        carry.sinceOrdinal = commodities.commodityOf(terms.commodityId).lots;
        emit CarryAdded(terms.commodityId, lotId, amount, carry.amount);
    }

    function _closedLot(uint32 lotId) internal view returns (LotTerms memory terms) {
        terms = commodities.termsOf(lotId);
        require(msg.sender == terms.evaluations, NotEvaluations(lotId, msg.sender));
        uint48 closesAt = epochStart(Schedule.claimingEpoch(terms.closingEpoch));
        require(block.timestamp >= closesAt, ScoringOpen(lotId, closesAt));
    }

    function _emitCommitted(StatementCommit calldata commit, uint256 deposit, uint256 communeShare) internal {
        emit StatementCommitted(
            commit.platformId,
            commit.epoch,
            commit,
            commit.totals.sales(),
            commit.totals.fees(),
            commit.totals.commissions(),
            commit.totals.count(),
            deposit,
            communeShare,
            uint48(block.timestamp) + challengeWindow
        );
    }

    function _emitNomineeOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        uint256 nominated
    ) internal {
        (uint256 fees, uint256 orders) = (inner.sums.fees(), inner.sums.count());
        emit NomineeOpened(platformId, epoch, lotId, nomineeId, inner.root, fees, orders, nominated);
    }

    /// @param shares Expert share and pot share.
    function _emitLotOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        address expert,
        uint256[2] memory shares,
        bool late
    ) internal {
        emit LotOpened(
            platformId,
            epoch,
            lotId,
            inner.root,
            inner.depth,
            expert,
            inner.sums.sales(),
            inner.sums.fees(),
            inner.sums.commissions(),
            inner.sums.count(),
            shares[0],
            shares[1],
            late
        );
    }
}
