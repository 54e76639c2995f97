// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IQualityModels, Parameter} from "../models/IQualityModels.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {Commodity, ICommodities, Lot} from "./ICommodities.sol";

/// @title CommodityStore
/// @notice What all parts share: commodities, their lots, and the bond that is asked for.
abstract contract CommodityStore is ICommodities, EpochClock, SelfPermit, AccessManaged {
    uint256 internal constant BPS = 10_000;

    IQualityModels public immutable models;

    /// @notice Runs the rounds of lots offered from now on.
    address public evaluations;
    /// @notice Bond a commodity needs to be listed, and to offer lots besides what is pledged for their seals.
    uint96 public bondRequired = 500e6;
    /// @notice Part of the required bond that an unopened seal costs.
    uint16 public unsealChargeBps = 2_500;
    /// @notice Number of commodities; ids are 1, 2, 3, ….
    uint32 public commodityCount;
    /// @inheritdoc ICommodities
    uint32 public lotCount;

    mapping(uint32 commodityId => Commodity commodity) internal _commodities;
    mapping(uint32 lotId => Lot lot) internal _lots;

    constructor(IQualityModels models_) {
        models = models_;
    }

    /// @inheritdoc ICommodities
    function lotOf(uint32 lotId) external view returns (Lot memory) {
        return _lot(lotId);
    }

    /// @inheritdoc ICommodities
    function commodityOf(uint32 commodityId) external view returns (Commodity memory) {
        return _commodity(commodityId);
    }

    function _ownCommodity(uint32 commodityId) internal view returns (Commodity storage commodity) {
        commodity = _commodity(commodityId);
        require(commodity.producer == msg.sender, NotProducer(commodityId, msg.sender));
    }

    function _commodity(uint32 commodityId) internal view returns (Commodity storage) {
        require(commodityId != 0 && commodityId <= commodityCount, UnknownCommodity(commodityId));
        return _commodities[commodityId];
    }

    function _lot(uint32 lotId) internal view returns (Lot storage lot) {
        lot = _lots[lotId];
        require(lot.commodityId != 0, UnknownLot(lotId));
    }

    function _parametersOf(Lot storage lot) internal view returns (Parameter[] memory) {
        return models.parametersOf(_commodities[lot.commodityId].modelId, lot.revision);
    }
}
