// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {vm} from "../support/Vm.sol";

contract FaucetTokenTest {
    event Transfer(address indexed from, address indexed to, uint256 value);

    uint256 private constant HARDHAT = 31337;

    function test_constructor_worksOnBothLocalChains() public {
        new FaucetToken();
        vm.chainId(1337);
        new FaucetToken();
        vm.chainId(HARDHAT);
    }

    function testFuzz_constructor_refusesOtherChains(uint64 chainId) public {
        vm.assume(chainId != HARDHAT && chainId != 1337 && chainId != 0);
        vm.chainId(chainId);
        vm.expectRevert(abi.encodeWithSelector(FaucetToken.NotLocalChain.selector, chainId));
        new FaucetToken();
        vm.chainId(HARDHAT);
    }

    function test_metadata_isAStablecoins() public {
        FaucetToken token = new FaucetToken();
        vm.assertEq(token.name(), "Local Dollar");
        vm.assertEq(token.symbol(), "USDL");
        vm.assertEq(uint256(token.decimals()), 6);
    }

    function testFuzz_drip_givesToAnyone(address caller, address account, uint256 amount) public {
        vm.assume(account != address(0) && caller != address(0));
        FaucetToken token = new FaucetToken();
        vm.expectEmit(address(token));
        emit Transfer(address(0), account, amount);
        vm.prank(caller);
        token.drip(account, amount);
        vm.assertEq(token.balanceOf(account), amount);
        vm.assertEq(token.totalSupply(), amount);
    }
}
