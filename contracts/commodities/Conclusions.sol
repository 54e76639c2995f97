// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values} from "../shared/Values.sol";
import {CommodityStore} from "./CommodityStore.sol";
import {Commodity, ICommodities, Lot, LotState, ScoringBasis, Standing} from "./ICommodities.sol";
import {Known} from "./Knowledge.sol";
import {Record} from "./Record.sol";
import {Finding, Twins} from "./Twins.sol";

/// @title Conclusions
/// @notice How the rounds of lots end, and what their commodity is known for from then on.
abstract contract Conclusions is CommodityStore {
    using SafeERC20 for IERC20;

    mapping(uint32 commodityId => mapping(bytes12 code => Known known)) private _known;
    mapping(uint32 commodityId => uint256 entries) private _record;

    /// @inheritdoc ICommodities
    function concludeProven(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory basis) {
        Lot storage lot = _concludable(lotId);
        LotState state;
        Finding memory finding = Finding({
            lotId: lotId,
            modelId: _commodities[lot.commodityId].modelId,
            reports: reports,
            effectiveReports: effectiveReports,
            consensus: consensus
        });
        (basis, state) = Twins.prove(lot, _known[lot.commodityId], models, finding);
        _conclude(lot, state);
    }

    /// @inheritdoc ICommodities
    function concludeUnproven(uint32 lotId, uint32 reports) external {
        Lot storage lot = _concludable(lotId);
        _conclude(lot, LotState.Unproven);
        emit TwinUnproven(lotId, lot.commodityId, reports);
    }

    /// @inheritdoc ICommodities
    function concludeSealed(uint32 lotId) external returns (uint256 charged) {
        Lot storage lot = _concludable(lotId);
        Commodity storage commodity = _commodities[lot.commodityId];
        charged = Math.min(commodity.bond, lot.sealCharge);
        commodity.bond -= uint96(charged);
        _conclude(lot, LotState.Suspended);
        emit BondChanged(lot.commodityId, commodity.bond);
        emit LotSuspended(lotId, lot.commodityId, charged);
        if (charged > 0) asset.safeTransfer(msg.sender, charged);
    }

    /// @inheritdoc ICommodities
    function standingOf(uint32 commodityId) external view returns (Standing) {
        _commodity(commodityId);
        return Record.standing(_record[commodityId]);
    }

    /// @notice The commodity's last final consensus of a parameter; `closingEpoch` is 0 when there is none.
    function lastConsensus(uint32 commodityId, bytes12 code) external view returns (Known memory) {
        return _known[commodityId][code];
    }

    function _concludable(uint32 lotId) private view returns (Lot storage lot) {
        lot = _lot(lotId);
        require(msg.sender == lot.evaluations, NotEvaluations(lotId, msg.sender));
        require(lot.state == LotState.Offered, AlreadyConcluded(lotId, lot.state));
    }

    function _conclude(Lot storage lot, LotState state) private {
        lot.state = state;
        _commodities[lot.commodityId].pledged -= lot.sealCharge;
        if (state != LotState.Unproven) _enter(lot, state);
    }

    function _enter(Lot storage lot, LotState state) private {
        uint256 record = _record[lot.commodityId];
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        _record[lot.commodityId] = Record.enter(record, closing, lot.ordinal, state);
    }
}
