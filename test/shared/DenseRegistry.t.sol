// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DenseRegistry} from "../../contracts/shared/DenseRegistry.sol";
import {bound, vm} from "../support/Vm.sol";

contract Registry is DenseRegistry {
    function register(address account) external returns (uint32) {
        return _register(account);
    }

    function transfer(uint32 id, address to) external returns (address) {
        return _transfer(id, to);
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

    function testFuzz_transfer_movesAnIdAndNothingElse(uint256 count, uint256 which, address to) public {
        count = bound(count, 1, 10);
        uint32 id = uint32(bound(which, 1, count));
        vm.assume(uint160(to) < 0x1001 || uint160(to) > 0x1000 + count);
        for (uint160 i = 1; i <= count; ++i) _registry.register(address(0x1000 + i));
        address from = address(0x1000 + uint160(id));
        vm.assertEq(_registry.transfer(id, to), from);
        vm.assertEq(uint256(_registry.idOf(from)), 0);
        vm.assertEq(uint256(_registry.registered()), count);
        for (uint32 i = 1; i <= count; ++i) {
            address account = i == id ? to : address(0x1000 + uint160(i));
            vm.assertEq(uint256(_registry.idOf(account)), i);
            vm.assertEq(_registry.accountOf(i), account);
        }
        vm.assertEq(uint256(_registry.register(from)), count + 1);
    }

    function test_transfer_refusesWhoHasAnId() public {
        _registry.register(address(1));
        _registry.register(address(2));
        vm.expectRevert(abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, address(2), 2));
        _registry.transfer(1, address(2));
        vm.expectRevert(abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, address(1), 1));
        _registry.transfer(1, address(1));
        vm.assertEq(_registry.accountOf(1), address(1));
        vm.assertEq(uint256(_registry.idOf(address(2))), 2);
    }
}
