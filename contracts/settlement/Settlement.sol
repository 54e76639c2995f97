// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ICommodities, LotTerms} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {ISettlement, Receipt, Statement} from "./ISettlement.sol";
import {Openings} from "./Openings.sol";
import {Pots} from "./Pots.sol";
import {Recommenders} from "./Recommenders.sol";

/// @title Settlement
/// @notice Holds the deposits of the platforms until they are paid out. A statement pays out exactly what its roots fix:
/// every lot and recommender leaf is opened once, its sums enter the hashes, and the sums of all leaves are the totals that
/// the deposit was computed from. Trusts a lot's evaluations contract with that lot's pot, and the register of platforms to say
/// which receipts were not settled; what that pays comes from the platforms' bonds. The timelock may move the shares of
/// statements to come inside fixed limits and say who receives the commune's share and the audit fund.
contract Settlement is Openings {
    /// @dev What a receipt owes, in the order of the shares.
    struct Owed {
        uint256 expert;
        uint256 pot;
        uint256 commission;
        uint256 commune;
        uint256 total;
    }

    constructor(
        address authority,
        IERC20 asset_,
        ICommodities commodities_,
        IQualityModels models_,
        Recommenders recommenders_,
        uint48 genesis_,
        uint32 epochLength_
    )
        EpochClock(genesis_, epochLength_)
        SelfPermit(asset_)
        AccessManaged(authority)
        Pots(commodities_)
        Openings(models_, recommenders_)
    {}

    /// @inheritdoc ISettlement
    function compensate(Receipt calldata receipt, uint256 amount) external {
        require(msg.sender == address(platforms), NotPlatforms(msg.sender));
        Owed memory owed = _owedFor(receipt);
        require(amount <= owed.total, CompensationTooHigh(amount, owed.total));
        Compensation memory paid;
        if (_isLot(receipt.lotId)) _compensateLot(receipt, owed, amount, paid);
        (paid.recommenderId, paid.payout) = (receipt.recommenderId, recommenders.payoutOf(receipt.recommenderId));
        if (paid.payout != address(0)) {
            paid.commission = (owed.commission * amount) / owed.total;
            creditOf[paid.payout] += paid.commission;
        }
        paid.communeShare = (owed.commune * amount) / owed.total;
        communeAccrued[currentEpoch()] += paid.communeShare;
        paid.auditShare = amount - paid.expertShare - paid.potShare - paid.commission - paid.communeShare;
        auditFundAccrued += uint128(paid.auditShare);
        emit Compensated(receipt.platformId, receipt.epoch, receipt.lotId, receiptDigest(receipt), amount, paid);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc ISettlement
    function owedFor(Receipt calldata receipt) external view returns (uint256) {
        return _owedFor(receipt).total;
    }

    /// @dev Whatever a platform signed must not keep it from being slashed: lots that nobody offered have no payees.
    function _isLot(uint32 lotId) private view returns (bool) {
        return lotId < commodities.lotCount();
    }

    function _owedFor(Receipt calldata receipt) private view returns (Owed memory owed) {
        Statement storage statement = _statements[receipt.platformId][receipt.epoch];
        bool isPosted = statement.postedAt != 0;
        owed.expert = (uint256(receipt.fee) * (isPosted ? statement.expertBps : expertBps)) / BPS;
        owed.pot = (uint256(receipt.fee) * (isPosted ? statement.experiencerBps : experiencerBps)) / BPS;
        owed.commission = receipt.commission;
        owed.commune = (uint256(receipt.sales) * communeBps) / BPS;
        owed.total = owed.expert + owed.pot + owed.commission + owed.commune;
    }

    /// @dev Pays the model's owner and the pot, and counts the nomination while nominations count.
    function _compensateLot(
        Receipt calldata receipt,
        Owed memory owed,
        uint256 amount,
        Compensation memory paid
    ) private {
        (uint32 lotId, uint32 nomineeId) = (receipt.lotId, receipt.nomineeId);
        LotTerms memory terms = commodities.termsOf(lotId);
        paid.expert = models.ownerOf(terms.modelId);
        paid.expertShare = (owed.expert * amount) / owed.total;
        paid.potShare = (owed.pot * amount) / owed.total;
        creditOf[paid.expert] += paid.expertShare;
        paid.late = _fillPot(lotId, terms, paid.potShare);
        if (nomineeId == 0 || paid.late) return;
        paid.nomineeId = nomineeId;
        paid.nominatedFees = (receipt.fee * amount) / owed.total;
        paid.nominated = nominatedOf[lotId][nomineeId] + paid.nominatedFees;
        nominatedOf[lotId][nomineeId] = paid.nominated;
    }
}
