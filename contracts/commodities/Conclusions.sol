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
    /// @dev Suspended by a court, and the round is not over.
    mapping(uint32 lotId => bool runsOn) private _runsOn;

    /// @inheritdoc ICommodities
    function concludeProven(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory basis) {
        (basis, ) = _prove(lotId, consensus, reports, effectiveReports, false);
    }

    /// @inheritdoc ICommodities
    function concludeOverturned(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory basis, uint256 charged) {
        uint32 commodityId = _lot(lotId).commodityId;
        require(_commodities[commodityId].cases > 0, NotDisputed(lotId));
        bool failed;
        (basis, failed) = _prove(lotId, consensus, reports, effectiveReports, true);
        if (failed) charged = _takeBond(lotId, commodityId, type(uint256).max);
    }

    /// @inheritdoc ICommodities
    function concludeUnproven(uint32 lotId, uint32 reports) external {
        Lot storage lot = _concludable(lotId);
        _conclude(lotId, lot, LotState.Unproven);
        emit TwinUnproven(lotId, lot.commodityId, reports);
    }

    /// @inheritdoc ICommodities
    function concludeSealed(uint32 lotId) external returns (uint256 charged) {
        Lot storage lot = _concludable(lotId);
        _conclude(lotId, lot, LotState.Suspended);
        return _takeBond(lotId, lot.commodityId, lot.sealCharge);
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

    /// @dev A lot that was suspended while its round ran stays so; the round ends all the same.
    function _suspend(uint32 lotId, Lot storage lot) internal {
        if (lot.state == LotState.Offered) _runsOn[lotId] = true;
        lot.state = LotState.Suspended;
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        _record[lot.commodityId] = Record.suspend(_record[lot.commodityId], closing, lot.ordinal);
    }

    /// @dev Takes what there is of the bond, up to `most`, for the caller.
    function _takeBond(uint32 lotId, uint32 commodityId, uint256 most) internal returns (uint256 charged) {
        Commodity storage commodity = _commodities[commodityId];
        charged = Math.min(commodity.bond, most);
        commodity.bond -= uint96(charged);
        emit BondChanged(commodityId, commodity.bond);
        emit LotSuspended(lotId, commodityId, charged);
        if (charged > 0) asset.safeTransfer(msg.sender, charged);
    }

    function _prove(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports,
        bool overturned
    ) private returns (ScoringBasis memory basis, bool failed) {
        Lot storage lot = _concludable(lotId);
        Finding memory finding = Finding({
            lotId: lotId,
            modelId: _commodities[lot.commodityId].modelId,
            reports: reports,
            effectiveReports: effectiveReports,
            consensus: consensus,
            overturned: overturned
        });
        LotState state;
        (basis, state, failed) = Twins.prove(lot, _known[lot.commodityId], models, finding);
        _conclude(lotId, lot, state);
    }

    function _concludable(uint32 lotId) private view returns (Lot storage lot) {
        lot = _lot(lotId);
        require(msg.sender == lot.evaluations, NotEvaluations(lotId, msg.sender));
        require(lot.state == LotState.Offered || _runsOn[lotId], AlreadyConcluded(lotId, lot.state));
    }

    function _conclude(uint32 lotId, Lot storage lot, LotState state) private {
        _commodities[lot.commodityId].pledged -= lot.sealCharge;
        if (lot.state == LotState.Suspended) {
            _runsOn[lotId] = false;
            return;
        }
        lot.state = state;
        if (state != LotState.Unproven) _enter(lot, state);
    }

    function _enter(Lot storage lot, LotState state) private {
        uint256 record = _record[lot.commodityId];
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        _record[lot.commodityId] = Record.enter(record, closing, lot.ordinal, state);
    }
}
