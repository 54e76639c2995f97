// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Lot, LotState} from "./ICommodities.sol";
import {Conclusions} from "./Conclusions.sol";
import {ICondemnations} from "./ICondemnations.sol";

/// @title Condemnations
/// @notice Cases about lots, and the lots that a court suspends.
abstract contract Condemnations is Conclusions, ICondemnations {
    /// @inheritdoc ICondemnations
    address public disputes;

    mapping(uint32 lotId => mapping(address disputes => uint32 cases)) private _cases;

    /// @inheritdoc ICondemnations
    function holdBond(uint32 lotId) external {
        require(msg.sender == disputes, NotDisputes(msg.sender, disputes));
        uint32 commodityId = _lot(lotId).commodityId;
        ++_cases[lotId][msg.sender];
        uint32 cases = ++_commodities[commodityId].cases;
        emit BondHeld(lotId, commodityId, msg.sender, cases);
    }

    /// @inheritdoc ICondemnations
    function releaseBond(uint32 lotId) external {
        _checkCase(lotId);
        uint32 commodityId = _lots[lotId].commodityId;
        --_cases[lotId][msg.sender];
        uint32 cases = --_commodities[commodityId].cases;
        emit BondReleased(lotId, commodityId, msg.sender, cases);
    }

    /// @inheritdoc ICondemnations
    function condemn(uint32 lotId) external returns (uint256 charged) {
        _checkCase(lotId);
        Lot storage lot = _lots[lotId];
        if (lot.state != LotState.Suspended) _suspend(lotId, lot);
        return _takeBond(lotId, lot.commodityId, type(uint256).max);
    }

    /// @notice Appoints the contract that may hold bonds; cases that are open stay with theirs.
    function appointDisputes(address disputes_) external restricted {
        disputes = disputes_;
        emit DisputesAppointed(disputes_);
    }

    function _checkCase(uint32 lotId) private view {
        require(_cases[lotId][msg.sender] > 0, NoCase(lotId, msg.sender));
    }
}
