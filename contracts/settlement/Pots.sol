// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Commodity, ICommodities, LotTerms} from "../commodities/ICommodities.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Credits} from "./Credits.sol";
import {ISettlement} from "./ISettlement.sol";

/// @title Pots
/// @notice What the fees of a lot bring for those who measure it best, and what lots without winners carry over to later lots
/// of their commodity.
abstract contract Pots is Credits, EpochClock {
    using SafeERC20 for IERC20;

    struct Pot {
        uint128 amount;
        /// Closing epoch of the lot; 0 until anything came in.
        uint32 closingEpoch;
    }

    struct Carry {
        uint128 amount;
        /// Lots of the commodity when it last grew or was drawn on.
        uint32 sinceOrdinal;
    }

    /// @dev Lots that may pass without drawing on a carry.
    uint32 private constant CARRY_LOTS = 4;

    ICommodities public immutable commodities;

    mapping(uint32 lotId => Pot pot) private _pots;
    mapping(uint32 lotId => mapping(uint32 experiencerId => uint256 fees)) public nominatedOf;
    mapping(uint32 commodityId => Carry carry) private _carries;

    constructor(ICommodities commodities_) {
        commodities = commodities_;
    }

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
    function potOf(uint32 lotId) external view returns (uint256) {
        return _pots[lotId].amount;
    }

    /// @inheritdoc ISettlement
    function carryOf(uint32 commodityId) external view returns (uint256 amount, uint32 sinceOrdinal) {
        return (_carries[commodityId].amount, _carries[commodityId].sinceOrdinal);
    }

    /// @inheritdoc ISettlement
    function nominationsCloseAt(uint32 lotId) public view returns (uint48) {
        uint32 closingEpoch = _pots[lotId].closingEpoch;
        return closingEpoch == 0 ? 0 : epochStart(Schedule.claimingEpoch(closingEpoch));
    }

    /// @dev Fees that come after scoring go to the carry: the winners' shares are fixed by then.
    function _fillPot(uint32 lotId, LotTerms memory terms, uint256 share) internal returns (bool late) {
        late = block.timestamp >= epochStart(Schedule.claimingEpoch(terms.closingEpoch));
        uint256 added = late ? 0 : share;
        _pots[lotId] = Pot(_pots[lotId].amount + uint128(added), terms.closingEpoch);
        if (late) _addCarry(lotId, terms, share);
    }

    /// @dev Nothing added must not make what is there fresher: a producer's empty lots would keep it from expiring.
    function _addCarry(uint32 lotId, LotTerms memory terms, uint256 amount) private {
        if (amount == 0) return;
        Carry storage carry = _carries[terms.commodityId];
        carry.amount += uint128(amount);
        carry.sinceOrdinal = commodities.commodityOf(terms.commodityId).lots;
        emit CarryAdded(terms.commodityId, lotId, amount, carry.amount);
    }

    function _closedLot(uint32 lotId) private view returns (LotTerms memory terms) {
        terms = commodities.termsOf(lotId);
        require(msg.sender == terms.evaluations, NotEvaluations(lotId, msg.sender));
        uint48 closesAt = epochStart(Schedule.claimingEpoch(terms.closingEpoch));
        require(block.timestamp >= closesAt, ScoringOpen(lotId, closesAt));
    }
}
