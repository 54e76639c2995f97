// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title AssetTransfers
/// @notice Pulls exact amounts. A token that takes a fee on transfer would leave an obligation without money behind it,
/// so a short arrival is refused.
library AssetTransfers {
    using SafeERC20 for IERC20;

    /// @notice Less arrived than was sent: the settlement asset takes a fee on transfer.
    error ShortTransfer(uint256 expected, uint256 received);

    function pull(IERC20 asset, address from, uint256 amount) internal {
        if (amount == 0) return;
        uint256 before = asset.balanceOf(address(this));
        asset.safeTransferFrom(from, address(this), amount);
        uint256 received = asset.balanceOf(address(this)) - before;
        require(received == amount, ShortTransfer(amount, received));
    }
}
