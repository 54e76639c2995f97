// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// @title SelfPermit
/// @notice Lets a user sign an allowance (ERC-2612) and act in one transaction: `multicall([selfPermit(…), action(…)])`.
abstract contract SelfPermit is Multicall {
    /// @notice The settlement asset this contract pulls.
    IERC20 public immutable asset;

    constructor(IERC20 asset_) {
        asset = asset_;
    }

    /// @notice Uses the caller's signed permit. A permit that somebody else has already submitted is not an error as
    /// long as the allowance is there, so that front-running it cannot make the action fail.
    function selfPermit(uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        if (asset.allowance(msg.sender, address(this)) >= value) return;
        IERC20Permit(address(asset)).permit(msg.sender, address(this), value, deadline, v, r, s);
    }
}
