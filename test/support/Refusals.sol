// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {vm} from "./Vm.sol";

/// @title Refusals
/// @notice Asserts that a call fails with exactly one error and that nothing a reader of the contracts sees has changed.
abstract contract Refusals {
    /// @dev Hash of all state that the refused calls of a suite could change.
    function fingerprint() internal view virtual returns (bytes32);

    function assertRefused(address caller, address target, bytes memory data, bytes memory expected) internal {
        assertRefused(caller, target, 0, data, expected);
    }

    /// @dev For calls that carry `value`, which the caller must have.
    function assertRefused(
        address caller,
        address target,
        uint256 value,
        bytes memory data,
        bytes memory expected
    ) internal {
        bytes32 before = fingerprint();
        vm.prank(caller);
        (bool success, bytes memory returned) = target.call{value: value}(data);
        vm.assertFalse(success);
        vm.assertEq(keccak256(returned), keccak256(expected));
        vm.assertEq(fingerprint(), before);
    }

    function panic(uint256 code) internal pure returns (bytes memory) {
        return abi.encodeWithSignature("Panic(uint256)", code);
    }
}
