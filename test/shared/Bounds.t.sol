// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Bounds} from "../../contracts/shared/Bounds.sol";
import {bound, vm} from "../support/Vm.sol";

contract BoundsTest {
    function testFuzz_check_acceptsTheWholeRange(uint256 value, uint256 min, uint256 max) public pure {
        if (min > max) (min, max) = (max, min);
        Bounds.check("name", bound(value, min, max), min, max);
        Bounds.check("name", min, min, max);
        Bounds.check("name", max, min, max);
    }

    function testFuzz_check_refusesLess(bytes32 name, uint256 value, uint256 min, uint256 max) public {
        min = bound(min, 1, type(uint256).max);
        max = bound(max, min, type(uint256).max);
        _refuses(name, bound(value, 0, min - 1), min, max);
    }

    function testFuzz_check_refusesMore(bytes32 name, uint256 value, uint256 min, uint256 max) public {
        max = bound(max, 0, type(uint256).max - 1);
        min = bound(min, 0, max);
        _refuses(name, bound(value, max + 1, type(uint256).max), min, max);
    }

    function check(bytes32 name, uint256 value, uint256 min, uint256 max) external pure {
        Bounds.check(name, value, min, max);
    }

    function _refuses(bytes32 name, uint256 value, uint256 min, uint256 max) private {
        vm.expectRevert(abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max));
        this.check(name, value, min, max);
    }
}
