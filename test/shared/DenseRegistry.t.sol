// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DenseRegistry} from "../../contracts/shared/DenseRegistry.sol";
import {bound, vm} from "../support/Vm.sol";

contract Registry is DenseRegistry {
    function register(address account) external returns (uint32) {
        return _register(account);
    }

    function accountOf(uint32 id) external view returns (address) {
        return _accountOf[id];
    }
}

contract DenseRegistryTest {
    Registry private _registry;

    function setUp() public {
        _registry = new Registry();
    }

    function testFuzz_register_givesDenseIdsFromOne(uint256 count) public {
        count = bound(count, 1, 20);
        for (uint32 i = 1; i <= count; ++i) {
            address account = address(uint160(0x1000 + i));
            vm.assertEq(uint256(_registry.register(account)), i);
            vm.assertEq(uint256(_registry.idOf(account)), i);
            vm.assertEq(_registry.accountOf(i), account);
            vm.assertEq(uint256(_registry.registered()), i);
        }
        vm.assertEq(_registry.accountOf(0), address(0));
    }

    function test_register_refusesASecondId() public {
        _registry.register(address(1));
        _registry.register(address(2));
        vm.expectRevert(abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, address(2), 2));
        _registry.register(address(2));
        vm.assertEq(uint256(_registry.registered()), 2);
    }
}
