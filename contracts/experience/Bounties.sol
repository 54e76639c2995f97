// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Slashes} from "../shared/Slashes.sol";
import {IRulings} from "./IRulings.sol";
import {RoundStore} from "./RoundStore.sol";

/// @title Bounties
/// @notice Shares out what an overturned round costs those who lied. The order in which slashed reports are claimed does not change what
/// the challenger gets of them in all, but for rounding.
abstract contract Bounties is RoundStore, IRulings {
    struct Bounty {
        address challenger;
        /// What he can still get.
        uint128 left;
    }

    mapping(uint32 lotId => Bounty bounty) private _bounties;

    /// @inheritdoc IRulings
    function bountyOf(uint32 lotId) external view returns (address challenger, uint128 left) {
        return (_bounties[lotId].challenger, _bounties[lotId].left);
    }

    function _promise(uint32 lotId, address challenger, uint128 left) internal {
        _bounties[lotId] = Bounty(challenger, left);
    }

    function _share(uint32 lotId, uint256 amount) internal returns (address challenger, uint256 bounty, uint256 left) {
        Bounty storage promised = _bounties[lotId];
        challenger = promised.challenger;
        bounty = Slashes.bountyOf(amount, promised.left);
        left = promised.left - bounty;
        promised.left = uint128(left);
        creditOf[challenger] += bounty;
        auditFundAccrued += uint128(amount - bounty);
    }
}
