// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PurchaseProof, Receipt, ReferralProof} from "../settlement/ISettlement.sol";
import {Case, IPledges} from "./IPledges.sol";

/// @notice Two receipts for one order: who showed them and what is left of his reward.
struct Equivocation {
    address challenger;
    uint72 reward;
}

/// @title IChallenges
/// @notice What holds a platform to its signatures. Whoever has a receipt needs nothing else: the platform shows that the receipt
/// is part of its statement, in both trees, or pays.
interface IChallenges is IPledges {
    event ReceiptChallenged(
        uint32 indexed platformId,
        uint32 indexed epoch,
        bytes32 indexed digest,
        Receipt receipt,
        address challenger,
        uint256 pledge,
        uint48 deadline
    );
    event ReceiptAnswered(uint32 indexed platformId, uint32 indexed epoch, bytes32 indexed digest, address by);
    event RewardWithdrawn(address indexed account, uint256 amount);
    event EquivocationRewardWithdrawn(
        uint32 indexed platformId,
        bytes32 indexed orderId,
        address indexed challenger,
        uint256 amount
    );

    /// @notice The receipt was not signed by the platform's key of its epoch.
    error NotSignedByPlatform(uint32 platformId, uint32 epoch, address signer);
    /// @notice Statements are posted after their epoch; a receipt of one to come is worth nothing yet.
    error EpochNotOver(uint32 epoch);
    /// @notice The statement that should hold the receipt can still be posted.
    error StatementStillDue(uint32 platformId, uint32 epoch, uint48 until);
    /// @notice Receipts are challenged until five epochs after theirs began.
    error ChallengeWindowOver(uint32 epoch, uint48 until);
    /// @notice The platform was suspended before the epoch began, and still was when its statement was due.
    error StatementWasPrevented(uint32 platformId, uint32 epoch);
    error ReceiptAlreadyChallenged(bytes32 digest);
    error ReceiptNotChallenged(bytes32 digest);
    error DifferentOrders(uint32 platformA, bytes32 orderA, uint32 platformB, bytes32 orderB);
    /// @notice Twice the same receipt.
    error SameReceipt(bytes32 digest);
    error AlreadySlashed(uint32 platformId, bytes32 orderId);

    /* RECEIPTS */

    /// @notice Challenges a platform to show that its statement holds a receipt. Value: the pledge, see {IPledges-casePledge}.
    function challengeReceipt(Receipt calldata receipt, bytes calldata signature) external payable;

    /// @notice Answers a challenge. Anyone may; the pledge goes to the platform.
    function answerReceipt(
        Receipt calldata receipt,
        PurchaseProof calldata purchase,
        ReferralProof calldata referral
    ) external;

    /// @notice Slashes a platform that did not answer in time. Anyone may. What the receipt owed its payees is paid from the bond,
    /// half of the rest goes to the challenger, half to the audit fund.
    function slashReceipt(Receipt calldata receipt) external;

    /// @notice Slashes a platform at once for two different receipts for one order.
    function slashEquivocation(
        Receipt calldata receipt,
        bytes calldata signature,
        Receipt calldata other,
        bytes calldata otherSignature
    ) external;

    /* REWARDS */

    /// @notice Pays an account its rewards in the settlement asset.
    function withdrawReward(address account) external returns (uint256 amount);

    /// @notice Pays the reward for an equivocation to whoever showed it.
    function withdrawEquivocationReward(uint32 platformId, bytes32 orderId) external returns (uint256 amount);

    /* VIEWS */

    function receiptCaseOf(bytes32 digest) external view returns (Case memory);

    function equivocationOf(uint32 platformId, bytes32 orderId) external view returns (Equivocation memory);

    /// @notice Rewards in the settlement asset.
    function rewardOf(address account) external view returns (uint256);
}
