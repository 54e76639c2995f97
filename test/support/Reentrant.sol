// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice An account that makes a call whenever it receives coins.
contract Reentrant {
    address private _target;
    bytes private _data;
    uint256 public received;
    uint256 public tries;
    bool public succeeded;

    receive() external payable {
        _tryOnReceipt();
    }

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _tryOnReceipt() private {
        received += msg.value;
        if (_target == address(0)) return;
        ++tries;
        (bool success, ) = _target.call(_data);
        succeeded = succeeded || success;
    }
}

/// @notice An account that takes no coins.
contract Coinless {}
