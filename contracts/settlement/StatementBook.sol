// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IPlatforms} from "../platforms/IPlatforms.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Credits} from "./Credits.sol";
import {ISettlement, PurchaseProof, Receipt, Statement} from "./ISettlement.sol";
import {SignedMessages} from "./SignedMessages.sol";
import {StatementProofs} from "./StatementProofs.sol";
import {InnerTree, SumTree} from "./SumTree.sol";

/// @title StatementBook
/// @notice The statements of the platforms, their deposits, and proofs of purchases against them.
abstract contract StatementBook is Credits, EpochClock, EIP712 {
    uint256 internal constant BPS = 10_000;
    uint256 private constant MIN_EXPERT_BPS = 500;
    /// @dev With κ at most 90 % the expert's and the winners' part of a fee never exceed it: buying one's own goods cannot pay.
    uint256 private constant MAX_EXPERT_BPS = 1_000;
    uint256 private constant MIN_EXPERIENCER_BPS = 3_000;
    uint256 private constant MAX_EXPERIENCER_BPS = 7_000;
    uint256 private constant MIN_COMMUNE_BPS = 10;
    uint256 private constant MAX_COMMUNE_BPS = 200;
    /// @dev Epochs after a statement's own in which its leaves can be opened.
    uint32 private constant SWEEP_DELAY_EPOCHS = 52;

    /// @notice The register of platforms; zero until it is appointed.
    IPlatforms public platforms;
    /// @notice Seconds in which receipts can be challenged before leaves are opened.
    uint32 public immutable challengeWindow;

    /// @notice Shares of the fees and, for the commune, of the sales in statements to come; the platform keeps the rest.
    uint16 public expertBps = 1_000;
    uint16 public experiencerBps = 5_000;
    uint16 public communeBps = 60;

    mapping(uint32 platformId => mapping(uint32 epoch => Statement statement)) internal _statements;

    constructor() EIP712(SignedMessages.NAME, SignedMessages.VERSION) {
        challengeWindow = epochLength;
        emit SharesSet(expertBps, experiencerBps, communeBps);
    }

    /// @inheritdoc ISettlement
    function commitStatement(StatementCommit calldata commit) external {
        platforms.recordStatement(commit.platformId, msg.sender, commit.epoch);
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

    /// @notice Names the register of platforms, once and for ever: it was deployed with this contract's address.
    function appointPlatforms(IPlatforms platforms_) external restricted {
        require(address(platforms_) != address(0), ZeroPlatforms());
        require(address(platforms) == address(0), PlatformsAlreadyAppointed(address(platforms)));
        platforms = platforms_;
        emit PlatformsAppointed(address(platforms_));
    }

    /// @notice Sets the shares of statements to come.
    function setShares(uint16 expert, uint16 experiencer, uint16 communeShare) external restricted {
        Bounds.check("expertBps", expert, MIN_EXPERT_BPS, MAX_EXPERT_BPS);
        Bounds.check("experiencerBps", experiencer, MIN_EXPERIENCER_BPS, MAX_EXPERIENCER_BPS);
        Bounds.check("communeBps", communeShare, MIN_COMMUNE_BPS, MAX_COMMUNE_BPS);
        (expertBps, experiencerBps, communeBps) = (expert, experiencer, communeShare);
        emit SharesSet(expert, experiencer, communeShare);
    }

    /// @inheritdoc ISettlement
    function checkPurchase(
        Receipt calldata receipt,
        PurchaseProof calldata proof
    ) external view returns (bytes32 digest) {
        Statement storage statement = _statement(receipt.platformId, receipt.epoch);
        bytes32 domain = SumTree.domain(address(this), receipt.platformId, receipt.epoch);
        digest = receiptDigest(receipt);
        InnerTree memory tree = StatementProofs.climbLots(domain, digest, receipt, proof);
        StatementProofs.check(tree, statement.lotRoot, statement.lotDepth, statement.totals);
    }

    /// @inheritdoc ISettlement
    function statementOf(uint32 platformId, uint32 epoch) external view returns (Statement memory) {
        return _statement(platformId, epoch);
    }

    /// @inheritdoc ISettlement
    function postedAtOf(uint32 platformId, uint32 epoch) external view returns (uint48) {
        return _statements[platformId][epoch].postedAt;
    }

    /// @inheritdoc ISettlement
    function opensAt(uint32 platformId, uint32 epoch) public view returns (uint48) {
        return _statement(platformId, epoch).postedAt + challengeWindow;
    }

    /// @inheritdoc ISettlement
    function receiptDigest(Receipt calldata receipt) public view returns (bytes32) {
        return SignedMessages.digestOf(receipt, _domainSeparatorV4());
    }

    function _statement(uint32 platformId, uint32 epoch) internal view returns (Statement storage statement) {
        statement = _statements[platformId][epoch];
        require(statement.postedAt != 0, NoStatement(platformId, epoch));
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
}
