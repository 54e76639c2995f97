// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {CommodityStore} from "./CommodityStore.sol";
import {Gs1} from "./Gs1.sol";
import {Commodity, ICommodities} from "./ICommodities.sol";
import {ICondemnations} from "./ICondemnations.sol";

/// @title Listings
/// @notice How a commodity comes, on what terms it is sold, and how it goes; what its producer puts up for it.
abstract contract Listings is CommodityStore {
    using SafeERC20 for IERC20;

    uint16 private constant MIN_FEE_BPS = 100;
    uint16 private constant MAX_FEE_BPS = 3_000;
    uint16 private constant MAX_COMMISSION_BPS = 2_000;
    /// @dev After the last closing epoch: scoring, and time for a dispute to be judged.
    uint32 private constant BOND_DELAY_EPOCHS = 8;

    /// @inheritdoc ICommodities
    function list(
        uint32 modelId,
        uint64 gtin,
        uint16 feeBps,
        uint16 commissionBps,
        bytes32 documentDigest
    ) external returns (uint32 commodityId) {
        require(models.isActive(modelId), ModelNotActive(modelId));
        uint8 checkDigit = Gs1.checkDigit(gtin);
        require(gtin <= Gs1.MAX_GTIN_14 && gtin % 10 == checkDigit, InvalidGtin(gtin, checkDigit));
        _checkTerms(feeBps, commissionBps);
        require(documentDigest != 0, NoDocument());

        commodityId = ++commodityCount;
        uint96 bond = bondRequired;
        Commodity storage commodity = _commodities[commodityId];
        (commodity.producer, commodity.modelId) = (msg.sender, modelId);
        (commodity.feeBps, commodity.commissionBps) = (feeBps, commissionBps);
        (commodity.gtin, commodity.bond) = (gtin, bond);
        emit CommodityListed(commodityId, msg.sender, modelId, gtin, feeBps, commissionBps, bond, documentDigest);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @inheritdoc ICommodities
    function setTerms(uint32 commodityId, uint16 feeBps, uint16 commissionBps) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        _checkTerms(feeBps, commissionBps);
        (commodity.feeBps, commodity.commissionBps) = (feeBps, commissionBps);
        emit TermsSet(commodityId, feeBps, commissionBps);
    }

    /// @inheritdoc ICommodities
    function topUpBond(uint32 commodityId, uint96 amount) external {
        Commodity storage commodity = _commodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        commodity.bond += amount;
        emit BondChanged(commodityId, commodity.bond);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc ICommodities
    function retire(uint32 commodityId) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        commodity.retired = true;
        emit CommodityRetired(commodityId);
    }

    /// @inheritdoc ICommodities
    function withdrawBond(uint32 commodityId) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        // A commodity that never offered a lot has nothing to wait for.
        uint32 freeFrom = commodity.lots == 0 ? 0 : commodity.lastClosingEpoch + BOND_DELAY_EPOCHS;
        uint32 epoch = currentEpoch();
        require(commodity.retired && epoch >= freeFrom, BondLocked(commodityId, freeFrom, epoch));
        require(commodity.cases == 0, ICondemnations.CasesOpen(commodityId, commodity.cases));
        uint256 bond = commodity.bond;
        commodity.bond = 0;
        emit BondChanged(commodityId, 0);
        asset.safeTransfer(msg.sender, bond);
    }

    function _checkTerms(uint16 feeBps, uint16 commissionBps) private pure {
        require(feeBps >= MIN_FEE_BPS && feeBps <= MAX_FEE_BPS, RateOutOfBounds(feeBps, MIN_FEE_BPS, MAX_FEE_BPS));
        require(commissionBps <= MAX_COMMISSION_BPS, RateOutOfBounds(commissionBps, 0, MAX_COMMISSION_BPS));
    }
}
