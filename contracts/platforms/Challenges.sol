// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PurchaseProof, Receipt, ReferralProof, Statement} from "../settlement/ISettlement.sol";
import {SignedMessages} from "../settlement/SignedMessages.sol";
import {StatementProofs} from "../settlement/StatementProofs.sol";
import {InnerTree, SumTree} from "../settlement/SumTree.sol";
import {Equivocation, IChallenges} from "./IChallenges.sol";
import {CaseKind, IPlatforms, Platform} from "./IPlatforms.sol";
import {Case, CaseState, IPledges} from "./IPledges.sol";
import {PlatformBonds} from "./PlatformBonds.sol";
import {Pledges} from "./Pledges.sol";

/// @title Challenges
/// @notice What a platform's signature is worth. A platform that settles what it signs and keeps its data can answer every case;
/// what could make an answer impossible without its fault is refused when the case is opened.
abstract contract Challenges is IChallenges, PlatformBonds {
    using SafeERC20 for IERC20;

    /// @dev Epochs after the start of a receipt's own in which it can be challenged. A statement is posted in the next one.
    uint32 private constant RECEIPT_EPOCHS = 5;
    /// @dev What an answer costs whose two proofs have 50 levels each.
    uint256 private constant ANSWER_GAS = 250_000;
    /// @dev Covers an answer on a chain that has hardly a base fee.
    uint256 private constant LEAST_PLEDGE = 0.0002 ether;

    uint256 private immutable _chainId;
    bytes32 private immutable _domain;

    mapping(bytes32 digest => Case challenge) private _receiptCases;
    mapping(uint32 platformId => mapping(bytes32 orderId => Equivocation equivocation)) private _equivocations;
    /// @inheritdoc IChallenges
    mapping(address account => uint256 amount) public rewardOf;

    constructor() {
        _chainId = block.chainid;
        _domain = SignedMessages.domainOf(address(settlement));
    }

    modifier onlyDemands() {
        _checkDemands();
        _;
    }

    /* RECEIPTS */

    /// @inheritdoc IChallenges
    function challengeReceipt(Receipt calldata receipt, bytes calldata signature) external payable {
        (uint32 platformId, uint32 epoch) = (receipt.platformId, receipt.epoch);
        Platform storage platform = _platforms[platformId];
        _checkReceiptWindow(platform, platformId, epoch);
        bytes32 digest = _digestOf(receipt);
        _checkSignature(receipt, signerOf(platformId, epoch), digest, signature);
        Case storage challenge = _receiptCases[digest];
        require(challenge.state == CaseState.None, ReceiptAlreadyChallenged(digest));
        uint48 deadline = _pledge(challenge);
        ++platform.openCases;
        emit ReceiptChallenged(platformId, epoch, digest, receipt, msg.sender, msg.value, deadline);
    }

    /// @inheritdoc IChallenges
    function answerReceipt(
        Receipt calldata receipt,
        PurchaseProof calldata purchase,
        ReferralProof calldata referral
    ) external {
        (uint32 platformId, uint32 epoch) = (receipt.platformId, receipt.epoch);
        bytes32 digest = _digestOf(receipt);
        Case storage challenge = _openReceiptCase(digest);
        _checkInTime(challenge);
        Statement memory statement = settlement.statementOf(platformId, epoch);
        bytes32 domain = SumTree.domain(address(settlement), platformId, epoch);
        InnerTree memory tree = StatementProofs.climbLots(domain, digest, receipt, purchase);
        StatementProofs.check(tree, statement.lotRoot, statement.lotDepth, statement.totals);
        tree = StatementProofs.climbRecommenders(domain, digest, receipt, referral);
        StatementProofs.check(tree, statement.recommenderRoot, statement.recommenderDepth, statement.totals);

        challenge.state = CaseState.Answered;
        _endCase(platformId);
        _pledgeToPlatform(platformId, challenge);
        emit ReceiptAnswered(platformId, epoch, digest, msg.sender);
    }

    /// @inheritdoc IChallenges
    function slashReceipt(Receipt calldata receipt) external {
        bytes32 digest = _digestOf(receipt);
        Case storage challenge = _openReceiptCase(digest);
        _checkOverdue(challenge);
        challenge.state = CaseState.Slashed;
        _pledgeBack(challenge);
        uint256 compensation = _lose(
            receipt.platformId,
            digest,
            challenge.challenger,
            CaseKind.Receipt,
            settlement.owedFor(receipt),
            _keptBack(receipt)
        );
        if (compensation > 0) {
            asset.forceApprove(address(settlement), compensation);
            settlement.compensate(receipt, compensation);
        }
    }

    /// @inheritdoc IChallenges
    function slashEquivocation(
        Receipt calldata receipt,
        bytes calldata signature,
        Receipt calldata other,
        bytes calldata otherSignature
    ) external {
        (uint32 platformId, bytes32 orderId) = (receipt.platformId, receipt.orderId);
        if (other.platformId != platformId || other.orderId != orderId) {
            revert DifferentOrders(platformId, orderId, other.platformId, other.orderId);
        }
        mapping(bytes32 => Equivocation) storage equivocations = _equivocations[platformId];
        require(equivocations[orderId].challenger == address(0), AlreadySlashed(platformId, orderId));
        _checkBothSigned(receipt, signature, other, otherSignature);
        uint256 keptBack = _keptBack(receipt) + _keptBack(other);
        (uint256 amount, , uint256 reward) = _slash(_platforms[platformId], 0, keptBack);
        emit Slashed(platformId, orderId, msg.sender, CaseKind.Equivocation, amount, reward);
        equivocations[orderId] = Equivocation(msg.sender, uint72(reward));
    }

    /* DEMANDS */

    /// @inheritdoc IPlatforms
    function openDemand(uint32 platformId) external onlyDemands {
        ++_platform(platformId).openCases;
    }

    /// @inheritdoc IPlatforms
    function closeDemand(uint32 platformId) external onlyDemands {
        _endCase(platformId);
    }

    /// @inheritdoc IPlatforms
    function slashDemand(uint32 platformId, bytes32 leafId, address challenger) external onlyDemands {
        _lose(platformId, leafId, challenger, CaseKind.Demand, 0, 0);
    }

    /* REWARDS */

    /// @inheritdoc IChallenges
    function withdrawReward(address account) external returns (uint256 amount) {
        amount = rewardOf[account];
        require(amount > 0, NothingToWithdraw(account));
        rewardOf[account] = 0;
        emit RewardWithdrawn(account, amount);
        asset.safeTransfer(account, amount);
    }

    /// @inheritdoc IChallenges
    function withdrawEquivocationReward(uint32 platformId, bytes32 orderId) external returns (uint256 amount) {
        Equivocation storage equivocation = _equivocations[platformId][orderId];
        address challenger = equivocation.challenger;
        amount = equivocation.reward;
        require(amount > 0, NothingToWithdraw(challenger));
        equivocation.reward = 0;
        emit EquivocationRewardWithdrawn(platformId, orderId, challenger, amount);
        asset.safeTransfer(challenger, amount);
    }

    /* VIEWS */

    /// @inheritdoc IPledges
    function casePledge() public view override(IPledges, Pledges) returns (uint256) {
        uint256 wanted = Math.max(LEAST_PLEDGE, 2 * ANSWER_GAS * block.basefee);
        return Math.ceilDiv(wanted, 1 gwei) * 1 gwei;
    }

    /// @inheritdoc IChallenges
    function receiptCaseOf(bytes32 digest) external view returns (Case memory) {
        return _receiptCases[digest];
    }

    /// @inheritdoc IChallenges
    function equivocationOf(uint32 platformId, bytes32 orderId) external view returns (Equivocation memory) {
        return _equivocations[platformId][orderId];
    }

    function _checkDemands() private view {
        require(msg.sender == demands, NotDemands(msg.sender));
    }

    function _openReceiptCase(bytes32 digest) private view returns (Case storage challenge) {
        challenge = _receiptCases[digest];
        require(_isOpen(challenge), ReceiptNotChallenged(digest));
    }

    function _endCase(uint32 platformId) private {
        --_platforms[platformId].openCases;
    }

    /* RULES: `require` computes the values of its error always, so those that cost gas are reverted with */

    /// @dev Ends an open case that the platform lost; the challenger's reward waits for him.
    function _lose(
        uint32 platformId,
        bytes32 caseId,
        address challenger,
        CaseKind kind,
        uint256 owed,
        uint256 keptBack
    ) private returns (uint256 compensation) {
        _endCase(platformId);
        (uint256 amount, uint256 reward) = (0, 0);
        (amount, compensation, reward) = _slash(_platforms[platformId], owed, keptBack);
        emit Slashed(platformId, caseId, challenger, kind, amount, reward);
        rewardOf[challenger] += reward;
    }

    /// @dev From when the statement is there, or can no longer come, until the window of receipts is over. Only statements of the
    /// epoch before this one can still come, so that the last one that was posted tells.
    function _checkReceiptWindow(Platform storage platform, uint32 platformId, uint32 epoch) private view {
        uint32 current = currentEpoch();
        require(epoch < current, EpochNotOver(epoch));
        if (current >= epoch + RECEIPT_EPOCHS) revert ChallengeWindowOver(epoch, epochStart(epoch + RECEIPT_EPOCHS));
        if (epoch + 1 == current) {
            bool isPosted = platform.statementsUntil == current;
            if (!isPosted) revert StatementStillDue(platformId, epoch, epochStart(current + 1));
        } else if (platform.everSuspended && settlement.postedAtOf(platformId, epoch) == 0) {
            if (_wasPrevented(platformId, epoch)) revert StatementWasPrevented(platformId, epoch);
        }
    }

    /// @dev Domain of receipts; another one after a fork of the chain.
    function _receiptDomain() private view returns (bytes32) {
        return block.chainid == _chainId ? _domain : SignedMessages.domainOf(address(settlement));
    }

    function _digestOf(Receipt calldata receipt) private view returns (bytes32) {
        return SignedMessages.digestOf(receipt, _receiptDomain());
    }

    /// @dev Two different receipts that the platform's keys of their epochs signed.
    function _checkBothSigned(
        Receipt calldata receipt,
        bytes calldata signature,
        Receipt calldata other,
        bytes calldata otherSignature
    ) private view {
        bytes32 domain = _receiptDomain();
        bytes32 digest = SignedMessages.digestOf(receipt, domain);
        bytes32 otherDigest = SignedMessages.digestOf(other, domain);
        require(digest != otherDigest, SameReceipt(digest));
        address signer = signerOf(receipt.platformId, receipt.epoch);
        _checkSignature(receipt, signer, digest, signature);
        if (other.epoch != receipt.epoch) signer = signerOf(other.platformId, other.epoch);
        _checkSignature(other, signer, otherDigest, otherSignature);
    }

    function _checkSignature(
        Receipt calldata receipt,
        address signer,
        bytes32 digest,
        bytes calldata signature
    ) private view {
        if (signer == address(0) || !SignedMessages.isSignedBy(signer, digest, signature)) {
            revert NotSignedByPlatform(receipt.platformId, receipt.epoch, signer);
        }
    }

    function _keptBack(Receipt calldata receipt) private pure returns (uint256) {
        unchecked {
            return uint256(receipt.fee) + receipt.commission;
        }
    }
}
