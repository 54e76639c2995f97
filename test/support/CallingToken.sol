// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice An asset that makes a call of its own in the middle of every transfer between accounts.
contract CallingToken is ERC20("Calling", "CALL") {
    address private _target;
    bytes private _data;
    bool public succeeded;
    bool private _entered;

    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from == address(0) || to == address(0) || _target == address(0) || _entered) return;
        _entered = true;
        (succeeded, ) = _target.call(_data);
        _entered = false;
    }
}
